package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.Tensor;

/**
 * What a {@link Descent} of one parameter is made for.
 *
 * @param decay coupled decay
 * @param w the parameter
 * @param g its gradient
 * @param next the parameters behind it, or null
 */
record DescentLink(double decay, Tensor w, Tensor g, Descent next) {}
