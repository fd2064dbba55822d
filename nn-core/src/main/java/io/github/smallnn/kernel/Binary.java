package io.github.smallnn.kernel;

/** Arithmetic of two tensors that {@link Kernels#binary} computes element by element. Immutable, any thread. */
public enum Binary {
    /** a + b. */
    ADD,
    /** a - b. */
    SUBTRACT,
    /** a b. */
    MULTIPLY,
    /** a / b. */
    DIVIDE
}
