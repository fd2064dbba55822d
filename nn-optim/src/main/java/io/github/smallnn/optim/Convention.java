package io.github.smallnn.optim;

/**
 * Whose form of a rule: where they put epsilon and the rate differs between libraries. The formulas are with the rules.
 */
public enum Convention {
    /** PyTorch's form, the default. */
    TORCH,
    /** Keras's form, which is scikit-learn's too for momentum and Adam. */
    KERAS
}
