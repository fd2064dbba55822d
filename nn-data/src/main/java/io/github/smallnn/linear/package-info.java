/**
 * Linear models in closed form, and what they say about a trained network.
 *
 * <p>{@link io.github.smallnn.linear.LinearRegression} and {@link io.github.smallnn.linear.Ridge} hold settings, their
 * {@code fit} returns a {@link io.github.smallnn.linear.LinearFit}, which says how it was found ({@link
 * io.github.smallnn.linear.LinearSolver}) and which columns depend on others ({@link
 * io.github.smallnn.linear.Dependence}). Data may be in memory or come in blocks from a {@link
 * io.github.smallnn.linear.RowSource}.
 *
 * <p>{@link io.github.smallnn.linear.Diagnostics} is the report of a statistician on a fit. {@link
 * io.github.smallnn.linear.Oracle} holds a trained network against least squares on the same data: gaps, the rates and
 * steps of gradient descent ({@link io.github.smallnn.linear.Descent}), what keeps it from the optimum ({@link
 * io.github.smallnn.linear.Limit}); {@link io.github.smallnn.linear.Head} does so for the last layer of any network.
 * {@link io.github.smallnn.linear.Penalty} maps weight decay to ridge.
 *
 * <p>The numerics are package-private. {@code ClosedForm} decides: small problems are centred in memory ({@code
 * CentredProblem}) and go to {@code LeastSquares}; tall ones are reduced in passes over blocks ({@code TallProblem}:
 * {@code Moments}, then {@code NormalEquations} where that is safe, else {@code StackedQr}). Rank is judged by singular
 * values alone. A newcomer may add figures; the choice of the decomposition is held by NIST's problems and by seeded
 * comparisons with the singular value decomposition, and should not be changed without them.
 */
package io.github.smallnn.linear;
