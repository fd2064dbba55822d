package io.github.smallnn.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an NPY file says about its array.
 *
 * @param type type of the elements
 * @param order order of their bytes
 * @param columnMajor whether the first axis runs fastest
 * @param shape lengths of the axes
 */
record NpyHeader(ElementType type, ByteOrder order, boolean columnMajor, long[] shape) {
    private static final int MAX_LENGTH = 1 << 16;

    static NpyHeader read(ByteSource in) {
        byte[] magic =
                in.take(6, ByteOrder.LITTLE_ENDIAN, "the mark of an NPY file").array();
        if (!new String(magic, StandardCharsets.ISO_8859_1).equals("\u0093NUMPY")) {
            throw in.wrong(0, "an NPY file begins with the bytes 93 4e 55 4d 50 59; this is another kind of file");
        }
        int version = in.takeByte("the version");
        in.takeByte("the minor version");
        if (version < 1 || version > 3) {
            throw in.wrong(6, "expected an NPY file of version 1, 2 or 3, found " + version);
        }
        ByteBuffer count = in.take(version == 1 ? 2 : 4, ByteOrder.LITTLE_ENDIAN, "the length of the header");
        long length = version == 1 ? Short.toUnsignedInt(count.getShort()) : Integer.toUnsignedLong(count.getInt());
        if (length > MAX_LENGTH) {
            throw in.wrong(8, "a header of " + length + " bytes is longer than the " + MAX_LENGTH + " that are read");
        }
        long start = in.position();
        byte[] text =
                in.take((int) length, ByteOrder.LITTLE_ENDIAN, "the header").array();
        return new Parser(in, start, new String(text, StandardCharsets.UTF_8)).header();
    }

    /** Reads the dictionary of the header, such as {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }. */
    private static final class Parser {
        private final ByteSource in;
        private final long start;
        private final String text;
        private int at;
        private String description;
        private Boolean columnMajor;
        private long[] shape;

        Parser(ByteSource in, long start, String text) {
            this.in = in;
            this.start = start;
            this.text = text;
        }

        NpyHeader header() {
            expect('{');
            while (!accept('}')) {
                entry();
                if (!accept(',')) {
                    expect('}');
                    break;
                }
            }
            skipSpace();
            if (at < text.length()) {
                throw wrong("the end of the header");
            }
            if (description == null || columnMajor == null || shape == null) {
                throw in.wrong(start, "the header needs 'descr', 'fortran_order' and 'shape', found " + text.strip());
            }
            return new NpyHeader(type(), order(), columnMajor, shape);
        }

        private void entry() {
            String key = quoted();
            expect(':');
            switch (key) {
                case "descr" -> description = description();
                case "fortran_order" -> columnMajor = truth();
                case "shape" -> shape = tuple();
                default ->
                    throw in.wrong(
                            start, "the header has '" + key + "', expected 'descr', 'fortran_order' and 'shape'");
            }
        }

        private String description() {
            skipSpace();
            if (at < text.length() && text.charAt(at) == '[') {
                throw in.wrong(start + at, "the array has named fields; save each field as an array of its own");
            }
            return quoted();
        }

        private ByteOrder order() {
            return description.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        }

        private ElementType type() {
            if (description.matches("[|<>=]?O.*")) {
                throw in.wrong(
                        start, "the array holds Python objects, which are never read; save it with a type of numbers");
            }
            return switch (description) {
                case "|b1" -> ElementType.BOOL;
                case "|i1" -> ElementType.INT8;
                case "|u1" -> ElementType.UINT8;
                case "<i2", ">i2" -> ElementType.INT16;
                case "<u2", ">u2" -> ElementType.UINT16;
                case "<i4", ">i4" -> ElementType.INT32;
                case "<u4", ">u4" -> ElementType.UINT32;
                case "<i8", ">i8" -> ElementType.INT64;
                case "<u8", ">u8" -> ElementType.UINT64;
                case "<f4", ">f4" -> ElementType.FLOAT32;
                case "<f8", ">f8" -> ElementType.FLOAT64;
                default ->
                    throw in.wrong(
                            start,
                            "the type of the elements is '" + description
                                    + "'; bool, integers of 8 to 64 bits, float32 and float64 are read");
            };
        }

        private boolean truth() {
            skipSpace();
            for (String word : List.of("True", "False")) {
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return word.equals("True");
                }
            }
            throw wrong("True or False");
        }

        private long[] tuple() {
            List<Long> axes = new ArrayList<>();
            expect('(');
            while (!accept(')')) {
                axes.add(number());
                if (!accept(',')) {
                    expect(')');
                    break;
                }
            }
            return axes.stream().mapToLong(n -> n).toArray();
        }

        private long number() {
            skipSpace();
            int from = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == from || at - from > 18) {
                at = from;
                throw wrong("the length of an axis");
            }
            return Long.parseLong(text.substring(from, at));
        }

        private String quoted() {
            skipSpace();
            char quote = at < text.length() ? text.charAt(at) : ' ';
            int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
            if (end < 0) {
                throw wrong("a quoted text");
            }
            String inside = text.substring(at + 1, end);
            at = end + 1;
            return inside;
        }

        private void expect(char c) {
            if (!accept(c)) {
                throw wrong("'" + c + "'");
            }
        }

        private boolean accept(char c) {
            skipSpace();
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private void skipSpace() {
            while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private ArrayFormatException wrong(String expected) {
            String found = at < text.length() ? "'" + text.charAt(at) + "'" : "the end of the header";
            return in.wrong(start + at, "expected " + expected + ", found " + found);
        }
    }
}
