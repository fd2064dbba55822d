/**
 * Solvers: methods that ask for their own evaluations of a whole problem, where an optimizer is handed one gradient at a
 * time. For small networks on data that fits in memory they need tens of iterations where gradient descent needs thousands.
 *
 * <p>A {@link io.github.smallnn.solve.Solver} minimises an {@link io.github.smallnn.solve.Objective}, a value and its
 * gradient over a set of parameters: {@link io.github.smallnn.solve.ModelObjective} is the loss of a model over a dataset.
 * {@link io.github.smallnn.solve.Lbfgs} takes any; {@link io.github.smallnn.solve.LevenbergMarquardt} takes a
 * {@link io.github.smallnn.solve.SquaresObjective}, a sum of squares that can give its residuals and their derivatives.
 * Vectors are the flat form of the parameters.
 */
package io.github.smallnn.solve;
