package io.github.smallnn.op;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Name and attributes of an op: all that is needed to build it again, compare it and write it to a file.
 *
 * <p>Names without a colon belong to the library; user ops are named {@code user:...}. Attribute values are strings,
 * booleans, integers, doubles, lists of these, or another spec. Immutable, any thread.
 *
 * @param name name of the op
 * @param attributes settings by name, kept in alphabetical order
 */
public record OpSpec(String name, Map<String, Object> attributes) {

    /**
     * Copies and checks the attributes.
     *
     * @param name name of the op
     * @param attributes settings by name
     * @throws IllegalArgumentException if an attribute is of another type than those listed above
     */
    public OpSpec {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an op needs a name");
        }
        attributes.forEach((key, value) -> check(name, key, value));
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /**
     * A spec without attributes.
     *
     * @param name name of the op
     * @return the spec
     */
    public static OpSpec of(String name) {
        return new OpSpec(name, Map.of());
    }

    /**
     * A spec with one attribute.
     *
     * @param name name of the op
     * @param key name of the attribute
     * @param value its value
     * @return the spec
     */
    public static OpSpec of(String name, String key, Object value) {
        return new OpSpec(name, Map.of(key, value));
    }

    /**
     * A numeric attribute.
     *
     * @param key its name
     * @return its value as a double
     * @throws IllegalArgumentException if it is missing or not a number
     */
    public double number(String key) {
        if (attributes.get(key) instanceof Number n) {
            return n.doubleValue();
        }
        throw missing(key, "a number");
    }

    /**
     * A whole-number attribute.
     *
     * @param key its name
     * @return its value
     * @throws IllegalArgumentException if it is missing or not a whole number
     */
    public int integer(String key) {
        double value = number(key);
        if (value != (int) value) {
            throw missing(key, "a whole number");
        }
        return (int) value;
    }

    /**
     * A text attribute.
     *
     * @param key its name
     * @return its value
     * @throws IllegalArgumentException if it is missing or not text
     */
    public String text(String key) {
        if (attributes.get(key) instanceof String s) {
            return s;
        }
        throw missing(key, "text");
    }

    /**
     * A yes-or-no attribute.
     *
     * @param key its name
     * @return its value
     * @throws IllegalArgumentException if it is missing or not a boolean
     */
    public boolean flag(String key) {
        if (attributes.get(key) instanceof Boolean b) {
            return b;
        }
        throw missing(key, "true or false");
    }

    /**
     * A list of whole numbers.
     *
     * @param key its name
     * @return its values
     * @throws IllegalArgumentException if it is missing or not such a list
     */
    public int[] integers(String key) {
        if (attributes.get(key) instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().mapToInt(v -> ((Number) v).intValue()).toArray();
        }
        throw missing(key, "a list of whole numbers");
    }

    /**
     * A list of numbers.
     *
     * @param key its name
     * @return its values
     * @throws IllegalArgumentException if it is missing or not such a list
     */
    public List<Double> numbers(String key) {
        if (attributes.get(key) instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().map(v -> ((Number) v).doubleValue()).toList();
        }
        throw missing(key, "a list of numbers");
    }

    /**
     * An attribute that is itself a spec.
     *
     * @param key its name
     * @return its value
     * @throws IllegalArgumentException if it is missing or not a spec
     */
    public OpSpec spec(String key) {
        if (attributes.get(key) instanceof OpSpec s) {
            return s;
        }
        throw missing(key, "a spec");
    }

    private IllegalArgumentException missing(String key, String expected) {
        return new IllegalArgumentException(
                "op " + name + ": attribute '" + key + "' should be " + expected + ", but is " + attributes.get(key));
    }

    private static void check(String name, String key, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(v -> check(name, key, v));
        } else if (!(value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof OpSpec)) {
            throw new IllegalArgumentException("op " + name + ": attribute '" + key + "' is " + value
                    + "; use text, a boolean, a number, a list of these or a spec");
        }
    }

    @Override
    public String toString() {
        return attributes.isEmpty() ? name : name + attributes;
    }
}
