/**
 * The loops of the optimizers, one fused pass over each parameter, for both precisions.
 *
 * <p>{@code DoubleUpdates} and {@code DoubleDescent} are written by hand; {@code FloatUpdates} and {@code FloatDescent} are
 * generated from them and never edited. Rules in
 * {@code io.github.smallnn.optim} call {@link io.github.smallnn.optim.kernel.Updates} and name no array.
 * {@link io.github.smallnn.optim.kernel.Descent} is the whole step of plain gradient descent on a few small parameters.
 */
package io.github.smallnn.optim.kernel;
