package io.github.smallnn.graph;

/** A NaN or infinity that a checked session met: which op made it, in which step, row and column. */
public final class NonFiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /** Path of the op. */
    private final String path;

    /**
     * A report of one element.
     *
     * @param path path of the op that made it
     * @param phase {@code forward} or {@code backward}
     * @param step training step
     * @param row row of the batch
     * @param column column
     * @param value the value
     */
    public NonFiniteException(String path, String phase, long step, int row, int column, double value) {
        super(path + ": " + phase + " made " + value + " in step " + step + ", row " + row + ", column " + column);
        this.path = path;
    }

    /**
     * Path of the op that made the value.
     *
     * @return the path
     */
    public String path() {
        return path;
    }
}
