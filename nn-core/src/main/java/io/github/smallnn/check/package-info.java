/**
 * Checks that users run on layers, losses and ops of their own:
 * {@link io.github.smallnn.check.GradientCheck} compares gradients with finite differences,
 * {@link io.github.smallnn.check.AllocationCheck} proves that a warm step allocates nothing. The library's own tests use
 * the same two.
 */
package io.github.smallnn.check;
