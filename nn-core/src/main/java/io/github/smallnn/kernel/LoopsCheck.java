package io.github.smallnn.kernel;

import java.util.Arrays;
import java.util.Random;

/** The self-test of loops over arrays: a few runs with special values, bit by bit against the portable form. */
final class LoopsCheck {

    private static final int LENGTH = 67;
    private static final int COLUMNS = 21;
    private static final double[] SPECIAL = {
        0.0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-310, 1e-40, 709.5, -745
    };

    private LoopsCheck() {}

    /** What differs, or null. */
    static String fault(DoubleLoops doubles, FloatLoops floats) {
        double[] x = arguments();
        float[] y = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            y[i] = (float) x[i];
        }
        DoubleLoops portable = new DoublePortableLoops();
        FloatLoops portableFloats = new FloatPortableLoops();
        for (Loop loop : Loop.values()) {
            if (!Arrays.equals(loop.run(doubles, x), loop.run(portable, x))
                    || !Arrays.equals(loop.run(floats, y), loop.run(portableFloats, y))) {
                return "their self-test failed: " + loop + " differs from the portable form";
            }
        }
        return null;
    }

    private static double[] arguments() {
        double[] x = new Random(LENGTH).doubles(LENGTH, -20, 20).toArray();
        System.arraycopy(SPECIAL, 0, x, 5, SPECIAL.length);
        return x;
    }

    /** The loops by name. */
    enum Loop {
        EXP,
        EXPM1,
        LOG,
        LOG1P,
        TANH,
        SIGMOID,
        ERF,
        RELU,
        RELU_BACKWARD,
        ADD_ROW,
        ADD_ROW_RELU,
        SUM_ROWS;

        double[] run(DoubleLoops loops, double[] x) {
            double[] y = x.clone();
            int n = LENGTH - 1;
            int rows = n / COLUMNS;
            switch (this) {
                case EXP -> loops.exp(x, 1, y, 0, n);
                case EXPM1 -> loops.expm1(x, 1, y, 0, n);
                case LOG -> loops.log(x, 1, y, 0, n);
                case LOG1P -> loops.log1p(x, 1, y, 0, n);
                case TANH -> loops.tanh(x, 1, y, 0, n);
                case SIGMOID -> loops.sigmoid(x, 1, y, 0, n);
                case ERF -> loops.erf(x, 1, y, 0, n);
                case RELU -> loops.relu(x, 1, y, 0, n);
                case RELU_BACKWARD -> loops.reluBackward(x, 1, x, 0, y, 0, n);
                case ADD_ROW -> loops.addRow(x, 1, y, 0, COLUMNS, rows, COLUMNS);
                case ADD_ROW_RELU -> loops.addRowRelu(x, 1, y, 0, COLUMNS, rows, COLUMNS);
                case SUM_ROWS -> loops.sumRows(x, 1, COLUMNS, rows, COLUMNS, y, 0);
            }
            return y;
        }

        float[] run(FloatLoops loops, float[] x) {
            float[] y = x.clone();
            int n = LENGTH - 1;
            int rows = n / COLUMNS;
            switch (this) {
                case EXP -> loops.exp(x, 1, y, 0, n);
                case EXPM1 -> loops.expm1(x, 1, y, 0, n);
                case LOG -> loops.log(x, 1, y, 0, n);
                case LOG1P -> loops.log1p(x, 1, y, 0, n);
                case TANH -> loops.tanh(x, 1, y, 0, n);
                case SIGMOID -> loops.sigmoid(x, 1, y, 0, n);
                case ERF -> loops.erf(x, 1, y, 0, n);
                case RELU -> loops.relu(x, 1, y, 0, n);
                case RELU_BACKWARD -> loops.reluBackward(x, 1, x, 0, y, 0, n);
                case ADD_ROW -> loops.addRow(x, 1, y, 0, COLUMNS, rows, COLUMNS);
                case ADD_ROW_RELU -> loops.addRowRelu(x, 1, y, 0, COLUMNS, rows, COLUMNS);
                case SUM_ROWS -> loops.sumRows(x, 1, COLUMNS, rows, COLUMNS, y, 0);
            }
            return y;
        }
    }
}
