package io.github.smallnn.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of any rank, its values in row-major order.
 *
 * @param place file, case id and path
 * @param shape the sizes of its axes, empty for one number
 * @param values the values
 */
public record GoldenArray(String place, List<Integer> shape, List<GoldenValue> values) {
    /**
     * Checks that the shape fits the number of values.
     *
     * @param place file, case id and path
     * @param shape the sizes of its axes
     * @param values the values
     * @throws IllegalArgumentException if the shape asks for another number of values
     */
    public GoldenArray {
        shape = List.copyOf(shape);
        values = List.copyOf(values);
        long size = 1;
        for (int axis : shape) {
            size *= axis;
        }
        if (size != values.size()) {
            throw new IllegalArgumentException(
                    place + ": shape " + shape + " asks for " + size + " values, found " + values.size());
        }
    }

    static GoldenArray read(GoldenValue v) {
        List<Integer> shape = new ArrayList<>();
        if (v.isArray()) {
            for (GoldenValue axis : v.get("shape").items()) {
                shape.add(axis.asInt());
            }
            return new GoldenArray(v.place(), shape, v.get("data").items());
        }
        if (!v.isList() && !v.node().isValueNode()) {
            throw v.wrong("an array");
        }
        for (JsonNode level = v.node(); level != null && level.isArray(); level = level.get(0)) {
            shape.add(level.size());
        }
        List<GoldenValue> values = new ArrayList<>();
        flatten(v, shape, 0, values);
        return new GoldenArray(v.place(), shape, values);
    }

    private static void flatten(GoldenValue v, List<Integer> shape, int depth, List<GoldenValue> values) {
        if (depth == shape.size()) {
            values.add(v);
            return;
        }
        List<GoldenValue> items = v.items();
        if (items.size() != shape.get(depth)) {
            throw v.wrong("a list of " + shape.get(depth) + " as its neighbours");
        }
        for (GoldenValue item : items) {
            flatten(item, shape, depth + 1, values);
        }
    }

    /**
     * The number of values.
     *
     * @return the number of values
     */
    public int size() {
        return values.size();
    }

    /**
     * The length of the first axis; 1 for one number.
     *
     * @return the number of rows
     */
    public int rows() {
        return shape.isEmpty() ? 1 : shape.get(0);
    }

    /**
     * The number of values in one row, over all axes but the first; 1 for one axis.
     *
     * @return the number of columns
     */
    public int columns() {
        int columns = 1;
        for (int axis : shape.subList(Math.min(1, shape.size()), shape.size())) {
            columns *= axis;
        }
        return columns;
    }

    /**
     * The sizes of the axes.
     *
     * @return a new array
     */
    public int[] dims() {
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The values as doubles, bit for bit.
     *
     * @return a new array in row-major order
     * @throws IllegalArgumentException if a value is no number
     */
    public double[] doubles() {
        return values.stream().mapToDouble(GoldenValue::asDouble).toArray();
    }

    /**
     * The values as rows of doubles.
     *
     * @return a new array of {@link #rows()} rows
     * @throws IllegalArgumentException if a value is no number
     */
    public double[][] doubleRows() {
        double[][] rows = new double[rows()][columns()];
        for (int i = 0; i < size(); i++) {
            rows[i / columns()][i % columns()] = values.get(i).asDouble();
        }
        return rows;
    }

    /**
     * The values as longs.
     *
     * @return a new array in row-major order
     * @throws IllegalArgumentException if a value is no whole number of 64 bits
     */
    public long[] longs() {
        return values.stream().mapToLong(GoldenValue::asLong).toArray();
    }

    /**
     * The values as ints.
     *
     * @return a new array in row-major order
     * @throws IllegalArgumentException if a value is no whole number of 32 bits
     */
    public int[] ints() {
        return values.stream().mapToInt(GoldenValue::asInt).toArray();
    }
}
