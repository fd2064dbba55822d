package io.github.smallnn.loss;

import io.github.smallnn.tensor.Tensor;

/** What every target of a loss has to be, looked through before training. */
enum TargetCheck {
    NONE("a number"),
    SIGN("1 or -1; map labels 0 and 1 to -1 and 1"),
    NOT_NEGATIVE("0 or more");

    private final String wanted;

    TargetCheck(String wanted) {
        this.wanted = wanted;
    }

    /** Throws if a target cannot be right; the message names its row and column. */
    void require(Tensor targets) {
        for (int r = 0; this != NONE && r < targets.rows(); r++) {
            for (int c = 0; c < targets.cols(); c++) {
                if (!accepts(targets.get(r, c))) {
                    throw new IllegalArgumentException("target row " + r + ", column " + c + " is " + targets.get(r, c)
                            + ", but this loss needs " + wanted);
                }
            }
        }
    }

    private boolean accepts(double t) {
        return this == SIGN ? t == 1 || t == -1 : t >= 0;
    }
}
