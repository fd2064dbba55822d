// Generated from DoubleTanhLoop.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.FMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T2} on EJML. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatTanhLoop implements Contestant {
    private final float rate;
    private final FMatrixRMaj[] x;
    private final FMatrixRMaj[] t;
    private final FMatrixRMaj w1;
    private final FMatrixRMaj b1;
    private final FMatrixRMaj w2;
    private final FMatrixRMaj b2;
    private final FMatrixRMaj h;
    private final FMatrixRMaj y;
    private final FMatrixRMaj dw1;
    private final FMatrixRMaj db1;
    private final FMatrixRMaj dw2;
    private final FMatrixRMaj db2;
    private final FMatrixRMaj dh;
    private final FMatrixRMaj dy;
    private int next;

    FloatTanhLoop(Problem problem) {
        int rows = problem.job().batch();
        this.rate = (float) problem.job().rate();
        this.x = FloatEjml.batches(rows, problem.inputs());
        this.t = FloatEjml.batches(rows, problem.targets());
        this.w1 = FloatEjml.matrix(2, problem.parameters()[0]);
        this.b1 = FloatEjml.matrix(1, problem.parameters()[1]);
        this.w2 = FloatEjml.matrix(8, problem.parameters()[2]);
        this.b2 = FloatEjml.matrix(1, problem.parameters()[3]);
        this.h = new FMatrixRMaj(rows, 8);
        this.y = new FMatrixRMaj(rows, 1);
        this.dw1 = FloatEjml.zerosLike(w1);
        this.db1 = FloatEjml.zerosLike(b1);
        this.dw2 = FloatEjml.zerosLike(w2);
        this.db2 = FloatEjml.zerosLike(b2);
        this.dh = FloatEjml.zerosLike(h);
        this.dy = FloatEjml.zerosLike(y);
    }

    @Override
    public double step() {
        FMatrixRMaj in = x[next];
        FMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        FloatEjml.mult(in, w1, h);
        addRowAndTanh(b1.data, h.data);
        FloatEjml.mult(h, w2, y);
        FloatEjml.addRow(b2, y);
        double loss = FloatEjml.squaredError(y, target, dy);
        FloatEjml.multTransA(h, dy, dw2);
        FloatEjml.sumRows(dy, db2);
        FloatEjml.multTransB(dy, w2, dh);
        tanhBackward(h.data, dh.data);
        FloatEjml.multTransA(in, dh, dw1);
        FloatEjml.sumRows(dh, db1);
        FloatEjml.sgd(rate, w1, dw1);
        FloatEjml.sgd(rate, b1, db1);
        FloatEjml.sgd(rate, w2, dw2);
        FloatEjml.sgd(rate, b2, db2);
        return loss;
    }

    private static void addRowAndTanh(float[] bias, float[] z) {
        for (int at = 0; at < z.length; at += bias.length) {
            for (int c = 0; c < bias.length; c++) {
                z[at + c] = (float) Math.tanh(z[at + c] + bias[c]);
            }
        }
    }

    private static void tanhBackward(float[] y, float[] g) {
        for (int i = 0; i < g.length; i++) {
            g[i] *= 1 - y[i] * y[i];
        }
    }
}
