package io.github.smallnn.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A value in a golden file together with the place where it stands, which every error names.
 *
 * @param place file, case id and path, such as {@code rng.json s0/rand.calls[1].result}
 * @param node the JSON value
 */
public record GoldenValue(String place, JsonNode node) {
    /**
     * A field of an object that must be there (it may be null).
     *
     * @param name the field's name
     * @return its value
     * @throws IllegalArgumentException if this is no object or lacks the field
     */
    public GoldenValue get(String name) {
        JsonNode child = node.get(name);
        if (child == null) {
            throw new IllegalArgumentException(place + " has no field " + name + "; it has " + names());
        }
        return new GoldenValue(place + "." + name, child);
    }

    /**
     * Whether this is an object with a field of that name that is not null.
     *
     * @param name the field's name
     * @return true if it is there
     */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /**
     * The names of an object's fields, in the order of the file.
     *
     * @return the names, none if this is no object
     */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * The elements of a list.
     *
     * @return the elements in order
     * @throws IllegalArgumentException if this is no list
     */
    public List<GoldenValue> items() {
        if (!node.isArray()) {
            throw wrong("a list");
        }
        List<GoldenValue> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(new GoldenValue(place + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    /**
     * Whether this is a list.
     *
     * @return true for a list
     */
    public boolean isList() {
        return node.isArray();
    }

    /**
     * Whether this is null.
     *
     * @return true for null
     */
    public boolean isNull() {
        return node.isNull();
    }

    /**
     * Whether this is an array with a shape and data.
     *
     * @return true if {@link #array()} can read it
     */
    public boolean isArray() {
        return has("shape") && has("data");
    }

    /**
     * Whether this is a digest that stands for a large array.
     *
     * @return true if {@link #digest()} can read it
     */
    public boolean isDigest() {
        return has("sha256");
    }

    /**
     * A number, or one of the text forms {@code NaN}, {@code Infinity}, {@code -Infinity}.
     *
     * @return the number
     * @throws IllegalArgumentException if this is neither
     */
    public double asDouble() {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (node.isTextual() ? node.textValue() : "") {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw wrong("a number or NaN, Infinity, -Infinity");
        };
    }

    /**
     * A whole number that fits an int.
     *
     * @return the number
     * @throws IllegalArgumentException if this is something else
     */
    public int asInt() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong("a whole number of 32 bits");
        }
        return node.intValue();
    }

    /**
     * A whole number that fits a long.
     *
     * @return the number
     * @throws IllegalArgumentException if this is something else
     */
    public long asLong() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("a whole number of 64 bits");
        }
        return node.longValue();
    }

    /**
     * A whole number of any size, written as a number or as decimal text.
     *
     * @return the number
     * @throws IllegalArgumentException if this is something else
     */
    public BigInteger asBigInteger() {
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue();
        }
        if (node.isTextual() && node.textValue().matches("-?[0-9]+")) {
            return new BigInteger(node.textValue());
        }
        throw wrong("a whole number");
    }

    /**
     * True or false.
     *
     * @return the value
     * @throws IllegalArgumentException if this is something else
     */
    public boolean asBoolean() {
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.booleanValue();
    }

    /**
     * A text.
     *
     * @return the text
     * @throws IllegalArgumentException if this is something else
     */
    public String asText() {
        if (!node.isTextual()) {
            throw wrong("a text");
        }
        return node.textValue();
    }

    /**
     * An array: in the form with shape and data, or a plain (possibly nested) list, or one number (shape empty).
     *
     * @return the array
     * @throws IllegalArgumentException if this is something else, is ragged, or has a shape that does not fit its data
     */
    public GoldenArray array() {
        return GoldenArray.read(this);
    }

    /**
     * A digest of a large array.
     *
     * @return the digest
     * @throws IllegalArgumentException if this is something else
     */
    public GoldenDigest digest() {
        return new GoldenDigest(
                place,
                get("shape").items().stream().map(GoldenValue::asInt).toList(),
                get("dtype").asText(),
                get("sha256").asText(),
                get("sum").asDouble(),
                get("head").array(),
                get("tail").array());
    }

    /**
     * The place, for use in the message of an assertion.
     *
     * @return the place
     */
    @Override
    public String toString() {
        return place;
    }

    IllegalArgumentException wrong(String expected) {
        String text = node.toString();
        return new IllegalArgumentException(place + ": expected " + expected + ", found "
                + (text.length() <= 80 ? text : text.substring(0, 80) + "..."));
    }
}
