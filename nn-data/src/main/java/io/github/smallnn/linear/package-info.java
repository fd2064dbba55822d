/**
 * Linear models in closed form: {@link io.github.smallnn.linear.LinearRegression} and {@link
 * io.github.smallnn.linear.Ridge} hold settings, their {@code fit} returns a {@link
 * io.github.smallnn.linear.LinearFit}. They are the yardstick that a trained network is held against.
 *
 * <p>The numerics live in the package-private {@code LeastSquares}: every problem is centred first ({@code
 * CentredProblem}), and its rank is judged by singular values alone. A newcomer may add figures to {@code
 * LinearFit}; the choice of the decomposition is held by NIST's problems and should not be changed without them.
 */
package io.github.smallnn.linear;
