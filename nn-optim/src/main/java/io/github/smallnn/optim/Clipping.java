package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;

/**
 * A bound on gradients, applied before the optimizer's step: by the trainer ({@link io.github.smallnn.train.Trainer#clip})
 * or by hand. Immutable, any thread.
 */
public sealed interface Clipping permits NormClipping, ValueClipping {

    /**
     * Clips the gradients of the trainable parameters. Allocates nothing.
     *
     * @param gradients what to clip. Modified.
     * @return the largest norm (or value) before clipping
     */
    double apply(ParameterSet gradients);

    /**
     * Every element to [-limit, limit]. PyTorch's {@code clip_grad_value_}, Keras's {@code clipvalue}.
     *
     * @param limit above 0
     * @return the clipping
     * @throws IllegalArgumentException if the limit is not a finite number above 0
     */
    static Clipping value(double limit) {
        return new ValueClipping(limit);
    }

    /**
     * The Euclidean norm of every parameter's gradient to at most a limit.
     *
     * @param limit above 0
     * @return the clipping
     * @throws IllegalArgumentException if the limit is not a finite number above 0
     */
    static Clipping norm(double limit) {
        return new NormClipping(limit, 2, true, NormClipping.TORCH_EPSILON);
    }

    /**
     * The Euclidean norm of all gradients together to at most a limit. PyTorch's {@code clip_grad_norm_}.
     *
     * @param limit above 0
     * @return the clipping
     * @throws IllegalArgumentException if the limit is not a finite number above 0
     */
    static Clipping globalNorm(double limit) {
        return globalNorm(limit, 2);
    }

    /**
     * The p-norm of all gradients together to at most a limit. PyTorch's {@code clip_grad_norm_(norm_type=p)}.
     *
     * @param limit above 0
     * @param p above 0; infinity for the largest element
     * @return the clipping
     * @throws IllegalArgumentException if limit or p is out of range
     */
    static Clipping globalNorm(double limit, double p) {
        return new NormClipping(limit, p, false, NormClipping.TORCH_EPSILON);
    }

    /**
     * Keras's {@code clipnorm}: every parameter's gradient by itself, factor min(1, limit / norm) exactly.
     *
     * @param limit above 0
     * @return the clipping
     * @throws IllegalArgumentException if the limit is not a finite number above 0
     */
    static Clipping kerasNorm(double limit) {
        return new NormClipping(limit, 2, true, 0);
    }

    /**
     * Keras's {@code global_clipnorm}: all gradients together, factor min(1, limit / norm) exactly.
     *
     * @param limit above 0
     * @return the clipping
     * @throws IllegalArgumentException if the limit is not a finite number above 0
     */
    static Clipping kerasGlobalNorm(double limit) {
        return new NormClipping(limit, 2, false, 0);
    }
}
