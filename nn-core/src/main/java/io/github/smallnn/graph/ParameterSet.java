package io.github.smallnn.graph;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Named tensors in a fixed order: the numbers of a network. Gradients and optimizer slots are of this type too.
 *
 * <p>Each entry carries a mark that says whether it is trainable. Marks belong to this object, the tensors may be shared
 * with other sets ({@link #freeze}). A shape [d0, d1, ...] is stored as d0 rows, a vector as one row; a dense weight is
 * in x out. Mutable; many readers or one writer.
 */
public final class ParameterSet {
    private final Precision precision;
    private final String[] paths;
    private final Shape[] shapes;
    private final Tensor[] tensors;
    private final boolean[] trainable;
    private final boolean[] statistic;
    private final Map<String, Integer> index = new LinkedHashMap<>();

    ParameterSet(
            Precision precision,
            String[] paths,
            Shape[] shapes,
            Tensor[] tensors,
            boolean[] trainable,
            boolean[] statistic) {
        this.precision = precision;
        this.paths = paths;
        this.shapes = shapes;
        this.tensors = tensors;
        this.trainable = trainable;
        this.statistic = statistic;
        for (int i = 0; i < paths.length; i++) {
            if (index.put(paths[i], i) != null) {
                throw new IllegalArgumentException("two parameters are named '" + paths[i] + "'");
            }
        }
    }

    /**
     * A set of zeros, all trainable, that belongs to no network: for objectives and tests of optimizers.
     *
     * @param precision element type
     * @param shapes shape of each parameter, in order
     * @return a new set
     */
    public static ParameterSet zeros(Precision precision, Map<String, Shape> shapes) {
        int n = shapes.size();
        String[] paths = shapes.keySet().toArray(new String[0]);
        Shape[] list = shapes.values().toArray(new Shape[0]);
        Tensor[] tensors = new Tensor[n];
        boolean[] trainable = new boolean[n];
        for (int i = 0; i < n; i++) {
            tensors[i] = Tensor.zeros(precision, list[i].parameterRows(), list[i].parameterCols());
            trainable[i] = true;
        }
        return new ParameterSet(precision, paths, list, tensors, trainable, new boolean[n]);
    }

    /**
     * Element type of all tensors.
     *
     * @return the precision
     */
    public Precision precision() {
        return precision;
    }

    /**
     * Number of tensors.
     *
     * @return the size
     */
    public int size() {
        return tensors.length;
    }

    /**
     * Number of numbers in all tensors.
     *
     * @return the count
     */
    public int count() {
        int n = 0;
        for (Shape s : shapes) {
            n = Math.addExact(n, s.size());
        }
        return n;
    }

    /**
     * Path of a parameter.
     *
     * @param i its place, from 0
     * @return the path
     */
    public String path(int i) {
        return paths[i];
    }

    /**
     * All paths in order.
     *
     * @return an unmodifiable list
     */
    public List<String> paths() {
        return List.of(paths);
    }

    /**
     * Shape of a parameter.
     *
     * @param i its place, from 0
     * @return the logical shape
     */
    public Shape shape(int i) {
        return shapes[i];
    }

    /**
     * A parameter by place.
     *
     * @param i its place, from 0
     * @return the tensor itself
     */
    public Tensor tensor(int i) {
        return tensors[i];
    }

    /**
     * Whether a parameter is trained.
     *
     * @param i its place, from 0
     * @return the mark
     */
    public boolean trainable(int i) {
        return trainable[i];
    }

    /**
     * Whether a parameter is no parameter to train at all: a running statistic, or fixed numbers that travel with a model.
     *
     * @param i its place, from 0
     * @return true for what {@link Node#statistic} declared
     */
    public boolean isStatistic(int i) {
        return statistic[i];
    }

    /**
     * Places of the parameters whose paths match a pattern, statistics included: for settings of a group of parameters.
     *
     * @param pattern a path in which {@code *} stands for anything, such as {@code *bias}
     * @return the places in ascending order
     * @throws IllegalArgumentException if no path matches
     */
    public int[] matching(String pattern) {
        Predicate<String> matches = glob(pattern);
        int[] places = new int[paths.length];
        int n = 0;
        for (int i = 0; i < paths.length; i++) {
            if (matches.test(paths[i])) {
                places[n++] = i;
            }
        }
        if (n == 0) {
            throw new IllegalArgumentException("no parameter matches '" + pattern + "'; there are " + index.keySet());
        }
        return Arrays.copyOf(places, n);
    }

    /**
     * A parameter by path.
     *
     * @param path such as {@code hidden/dense/weight}
     * @return the tensor itself: writing it changes the parameter
     * @throws IllegalArgumentException if there is none; the message lists the paths
     */
    public Tensor get(String path) {
        Integer i = index.get(path);
        if (i == null) {
            throw new IllegalArgumentException("no parameter '" + path + "'; there are " + index.keySet());
        }
        return tensors[i];
    }

    /**
     * Sets a parameter from its values, row after row of its storage.
     *
     * @param path its path
     * @param values as many values as it has
     * @return this set
     * @throws IllegalArgumentException if there is no such parameter or the number of values differs
     */
    public ParameterSet set(String path, double... values) {
        Tensor t = get(path);
        if (values.length != t.rows() * t.cols()) {
            throw new IllegalArgumentException("parameter '" + path + "' is stored as " + t.describe() + " and needs "
                    + t.rows() * t.cols() + " values, but " + values.length + " were given");
        }
        for (int i = 0; i < values.length; i++) {
            t.set(i / t.cols(), i % t.cols(), values[i]);
        }
        return this;
    }

    /**
     * A copy with tensors of its own and the same marks.
     *
     * @return a new set
     */
    public ParameterSet copy() {
        return to(precision);
    }

    /**
     * A copy in the given precision.
     *
     * @param to element type
     * @return a new set, also if the precision is the same
     */
    public ParameterSet to(Precision to) {
        ParameterSet p = zerosLike(to);
        p.assign(this);
        return p;
    }

    /**
     * A set of the same paths, shapes and marks, all zero.
     *
     * @return a new set
     */
    public ParameterSet zerosLike() {
        return zerosLike(precision);
    }

    private ParameterSet zerosLike(Precision to) {
        Tensor[] t = new Tensor[tensors.length];
        for (int i = 0; i < t.length; i++) {
            t[i] = Tensor.zeros(to, tensors[i].rows(), tensors[i].cols());
        }
        return new ParameterSet(to, paths, shapes, t, trainable.clone(), statistic);
    }

    /**
     * Copies all values of a set with the same paths and shapes, converting the precision if it differs. Allocates nothing.
     *
     * @param source where from. Not modified.
     * @throws IllegalArgumentException if paths or shapes differ; nothing is copied then
     */
    public void assign(ParameterSet source) {
        requireLike(source);
        for (int i = 0; i < tensors.length; i++) {
            tensors[i].copyFrom(source.tensors[i]);
        }
    }

    /**
     * Checks that another set has the same paths and shapes.
     *
     * @param other the other set
     * @throws IllegalArgumentException naming the first difference
     */
    public void requireLike(ParameterSet other) {
        if (paths == other.paths && shapes == other.shapes) {
            return;
        }
        if (paths.length != other.paths.length) {
            throw new IllegalArgumentException("the sets have " + paths.length + " and " + other.paths.length
                    + " parameters: " + paths() + " and " + other.paths());
        }
        for (int i = 0; i < paths.length; i++) {
            if (!paths[i].equals(other.paths[i]) || !shapes[i].equals(other.shapes[i])) {
                throw new IllegalArgumentException("parameter " + i + " is '" + paths[i] + "' " + shapes[i]
                        + " in one set and '" + other.paths[i] + "' " + other.shapes[i] + " in the other");
            }
        }
    }

    /**
     * Writes all values, tensor after tensor, to a flat array.
     *
     * @param flat array of {@link #count()} values. Modified.
     * @throws IllegalArgumentException if the length differs
     */
    public void copyTo(double[] flat) {
        checkFlat(flat);
        int at = 0;
        for (Tensor t : tensors) {
            for (int r = 0; r < t.rows(); r++) {
                for (int c = 0; c < t.cols(); c++) {
                    flat[at++] = t.get(r, c);
                }
            }
        }
    }

    /**
     * Reads all values, tensor after tensor, from a flat array.
     *
     * @param flat array of {@link #count()} values. Not modified.
     * @throws IllegalArgumentException if the length differs
     */
    public void copyFrom(double[] flat) {
        checkFlat(flat);
        int at = 0;
        for (Tensor t : tensors) {
            for (int r = 0; r < t.rows(); r++) {
                for (int c = 0; c < t.cols(); c++) {
                    t.set(r, c, flat[at++]);
                }
            }
        }
    }

    private void checkFlat(double[] flat) {
        if (flat.length != count()) {
            throw new IllegalArgumentException(
                    "the flat form has " + count() + " values, but the array has " + flat.length);
        }
    }

    /**
     * The same tensors with the parameters of matching paths marked as not trainable. Sessions read the marks when they
     * are made.
     *
     * @param pattern a path in which {@code *} stands for anything, such as {@code encoder/*}
     * @return a new set over the same tensors
     * @throws IllegalArgumentException if no path matches
     */
    public ParameterSet freeze(String pattern) {
        return marked(pattern, false);
    }

    /**
     * The reverse of {@link #freeze}. Statistics stay as they are.
     *
     * @param pattern a path in which {@code *} stands for anything
     * @return a new set over the same tensors
     * @throws IllegalArgumentException if no path matches, or only statistics do
     */
    public ParameterSet unfreeze(String pattern) {
        return marked(pattern, true);
    }

    private ParameterSet marked(String pattern, boolean mark) {
        boolean[] marks = trainable.clone();
        boolean any = false;
        for (int i : matching(pattern)) {
            if (!statistic[i]) {
                marks[i] = mark;
                any = true;
            }
        }
        if (!any) {
            throw new IllegalArgumentException("'" + pattern
                    + "' matches nothing but running statistics and fixed numbers, which are never trained");
        }
        return new ParameterSet(precision, paths, shapes, tensors, marks, statistic);
    }

    private static Predicate<String> glob(String pattern) {
        List<String> quoted = new ArrayList<>();
        for (String part : pattern.split("\\*", -1)) {
            quoted.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".*", quoted)).asMatchPredicate();
    }

    /**
     * SHA-256 over paths, shapes, precision and the bits of all values.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        Fingerprint f = new Fingerprint().text(precision.name());
        for (int i = 0; i < paths.length; i++) {
            f.text(paths[i]).text(shapes[i].toString());
            Tensor t = tensors[i];
            for (int r = 0; r < t.rows(); r++) {
                for (int c = 0; c < t.cols(); c++) {
                    f.bits(Double.doubleToLongBits(t.get(r, c)));
                }
            }
        }
        return f.hex();
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < paths.length; i++) {
            s.append(paths[i])
                    .append(' ')
                    .append(shapes[i])
                    .append(trainable[i] ? "" : " (fixed)")
                    .append('\n');
        }
        return s.toString();
    }
}
