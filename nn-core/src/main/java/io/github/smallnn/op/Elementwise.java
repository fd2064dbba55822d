package io.github.smallnn.op;

/** A function of one number with its derivative, for {@link MapOp}. Must be pure. */
public interface Elementwise {

    /**
     * The function.
     *
     * @param x argument
     * @return f(x)
     */
    double value(double x);

    /**
     * Its derivative.
     *
     * @param x argument
     * @param y {@code value(x)}, often useful
     * @return f'(x)
     */
    double derivative(double x, double y);
}
