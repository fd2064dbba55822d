/**
 * Optimizers: rules that turn a gradient into a step.
 *
 * <p>A rule ({@link io.github.smallnn.optim.Sgd}, {@link io.github.smallnn.optim.Adam}, ...) is an immutable value; what
 * it remembers between steps is an explicit {@link io.github.smallnn.optim.Optimizer.State} whose slots have the form of the
 * parameters. {@link io.github.smallnn.optim.Optimizers} has the factories,
 * {@link io.github.smallnn.optim.OptimizerRegistry} the names. {@link io.github.smallnn.optim.ParameterGroups} gives some
 * parameters a rule of their own, {@link io.github.smallnn.optim.Clipping} bounds gradients before the step. The loops are
 * in {@code io.github.smallnn.optim.kernel}. A new rule is a {@link io.github.smallnn.optim.TensorRule} here, one loop there
 * and one entry in the registry.
 */
package io.github.smallnn.optim;
