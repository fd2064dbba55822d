package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.DMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T2} on EJML. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleTanhLoop implements Contestant {
    private final double rate;
    private final DMatrixRMaj[] x;
    private final DMatrixRMaj[] t;
    private final DMatrixRMaj w1;
    private final DMatrixRMaj b1;
    private final DMatrixRMaj w2;
    private final DMatrixRMaj b2;
    private final DMatrixRMaj h;
    private final DMatrixRMaj y;
    private final DMatrixRMaj dw1;
    private final DMatrixRMaj db1;
    private final DMatrixRMaj dw2;
    private final DMatrixRMaj db2;
    private final DMatrixRMaj dh;
    private final DMatrixRMaj dy;
    private int next;

    DoubleTanhLoop(Problem problem) {
        int rows = problem.job().batch();
        this.rate = (double) problem.job().rate();
        this.x = DoubleEjml.batches(rows, problem.inputs());
        this.t = DoubleEjml.batches(rows, problem.targets());
        this.w1 = DoubleEjml.matrix(2, problem.parameters()[0]);
        this.b1 = DoubleEjml.matrix(1, problem.parameters()[1]);
        this.w2 = DoubleEjml.matrix(8, problem.parameters()[2]);
        this.b2 = DoubleEjml.matrix(1, problem.parameters()[3]);
        this.h = new DMatrixRMaj(rows, 8);
        this.y = new DMatrixRMaj(rows, 1);
        this.dw1 = DoubleEjml.zerosLike(w1);
        this.db1 = DoubleEjml.zerosLike(b1);
        this.dw2 = DoubleEjml.zerosLike(w2);
        this.db2 = DoubleEjml.zerosLike(b2);
        this.dh = DoubleEjml.zerosLike(h);
        this.dy = DoubleEjml.zerosLike(y);
    }

    @Override
    public double step() {
        DMatrixRMaj in = x[next];
        DMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        DoubleEjml.mult(in, w1, h);
        addRowAndTanh(b1.data, h.data);
        DoubleEjml.mult(h, w2, y);
        DoubleEjml.addRow(b2, y);
        double loss = DoubleEjml.squaredError(y, target, dy);
        DoubleEjml.multTransA(h, dy, dw2);
        DoubleEjml.sumRows(dy, db2);
        DoubleEjml.multTransB(dy, w2, dh);
        tanhBackward(h.data, dh.data);
        DoubleEjml.multTransA(in, dh, dw1);
        DoubleEjml.sumRows(dh, db1);
        DoubleEjml.sgd(rate, w1, dw1);
        DoubleEjml.sgd(rate, b1, db1);
        DoubleEjml.sgd(rate, w2, dw2);
        DoubleEjml.sgd(rate, b2, db2);
        return loss;
    }

    private static void addRowAndTanh(double[] bias, double[] z) {
        for (int at = 0; at < z.length; at += bias.length) {
            for (int c = 0; c < bias.length; c++) {
                z[at + c] = (double) Math.tanh(z[at + c] + bias[c]);
            }
        }
    }

    private static void tanhBackward(double[] y, double[] g) {
        for (int i = 0; i < g.length; i++) {
            g[i] *= 1 - y[i] * y[i];
        }
    }
}
