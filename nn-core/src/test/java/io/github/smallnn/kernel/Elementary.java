package io.github.smallnn.kernel;

import java.math.BigDecimal;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** The table of elementary functions under test; the ranges are where results are finite and not constant. */
enum Elementary {
    EXP(ExactMath::exp, DoubleMath::exp, FloatMath::exp, DoubleMath::exp, FloatMath::exp, -745, 709.7, -103, 88.7),
    EXPM1(
            ExactMath::expm1,
            DoubleMath::expm1,
            FloatMath::expm1,
            DoubleMath::expm1,
            FloatMath::expm1,
            -40,
            709.7,
            -20,
            88.7),
    LOG(
            ExactMath::log,
            DoubleMath::log,
            FloatMath::log,
            DoubleMath::log,
            FloatMath::log,
            0,
            Double.MAX_VALUE,
            0,
            Float.MAX_VALUE),
    LOG1P(
            ExactMath::log1p,
            DoubleMath::log1p,
            FloatMath::log1p,
            DoubleMath::log1p,
            FloatMath::log1p,
            -1,
            Double.MAX_VALUE,
            -1,
            Float.MAX_VALUE),
    TANH(ExactMath::tanh, DoubleMath::tanh, FloatMath::tanh, DoubleMath::tanh, FloatMath::tanh, -25, 25, -12, 12),
    SIGMOID(
            ExactMath::sigmoid,
            DoubleMath::sigmoid,
            FloatMath::sigmoid,
            DoubleMath::sigmoid,
            FloatMath::sigmoid,
            -745,
            40,
            -103,
            20),
    SOFTPLUS(
            ExactMath::softplus,
            DoubleMath::softplus,
            FloatMath::softplus,
            DoubleMath::softplus,
            FloatMath::softplus,
            -745,
            800,
            -103,
            200),
    ERF(ExactMath::erf, DoubleMath::erf, FloatMath::erf, DoubleMath::erf, FloatMath::erf, -7, 7, -5, 5);

    interface FloatFunction {
        float apply(float x);
    }

    interface DoubleLoop {
        void apply(double[] x, int xo, double[] y, int yo, int n);
    }

    interface FloatLoop {
        void apply(float[] x, int xo, float[] y, int yo, int n);
    }

    final UnaryOperator<BigDecimal> exact;
    final DoubleUnaryOperator doubles;
    final FloatFunction floats;
    final DoubleLoop doubleLoop;
    final FloatLoop floatLoop;
    final double low;
    final double high;
    final double floatLow;
    final double floatHigh;

    Elementary(
            UnaryOperator<BigDecimal> exact,
            DoubleUnaryOperator doubles,
            FloatFunction floats,
            DoubleLoop doubleLoop,
            FloatLoop floatLoop,
            double low,
            double high,
            double floatLow,
            double floatHigh) {
        this.exact = exact;
        this.doubles = doubles;
        this.floats = floats;
        this.doubleLoop = doubleLoop;
        this.floatLoop = floatLoop;
        this.low = low;
        this.high = high;
        this.floatLow = floatLow;
        this.floatHigh = floatHigh;
    }
}
