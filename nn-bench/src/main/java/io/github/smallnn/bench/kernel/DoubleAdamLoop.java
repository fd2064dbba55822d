package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.DMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T3} on EJML. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleAdamLoop implements Contestant {
    private final DMatrixRMaj[] x;
    private final DMatrixRMaj[] t;
    private final DMatrixRMaj[] w;
    private final DMatrixRMaj[] dw;
    private final DMatrixRMaj h1;
    private final DMatrixRMaj h2;
    private final DMatrixRMaj y;
    private final DMatrixRMaj dh1;
    private final DMatrixRMaj dh2;
    private final DMatrixRMaj dy;
    private final DoubleAdamRule rule;
    private int next;

    DoubleAdamLoop(Problem problem) {
        int rows = problem.job().batch();
        // float: double[][] start = problem.parameters();
        double[][] start = problem.parameters();
        this.x = DoubleEjml.batches(rows, problem.inputs());
        this.t = DoubleEjml.batches(rows, problem.targets());
        this.w = new DMatrixRMaj[] {
            DoubleEjml.matrix(10, start[0]),
            DoubleEjml.matrix(1, start[1]),
            DoubleEjml.matrix(64, start[2]),
            DoubleEjml.matrix(1, start[3]),
            DoubleEjml.matrix(64, start[4]),
            DoubleEjml.matrix(1, start[5])
        };
        this.dw = new DMatrixRMaj[w.length];
        for (int i = 0; i < w.length; i++) {
            dw[i] = DoubleEjml.zerosLike(w[i]);
        }
        this.h1 = new DMatrixRMaj(rows, 64);
        this.h2 = new DMatrixRMaj(rows, 64);
        this.y = new DMatrixRMaj(rows, 1);
        this.dh1 = DoubleEjml.zerosLike(h1);
        this.dh2 = DoubleEjml.zerosLike(h2);
        this.dy = DoubleEjml.zerosLike(y);
        this.rule = new DoubleAdamRule((double) problem.job().rate(), DoubleEjml.arrays(w), DoubleEjml.arrays(dw));
    }

    @Override
    public double step() {
        DMatrixRMaj in = x[next];
        DMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        DoubleEjml.mult(in, w[0], h1);
        DoubleEjml.addRow(w[1], h1);
        DoubleEjml.relu(h1);
        DoubleEjml.mult(h1, w[2], h2);
        DoubleEjml.addRow(w[3], h2);
        DoubleEjml.relu(h2);
        DoubleEjml.mult(h2, w[4], y);
        DoubleEjml.addRow(w[5], y);
        double loss = DoubleEjml.squaredError(y, target, dy);
        DoubleEjml.multTransA(h2, dy, dw[4]);
        DoubleEjml.sumRows(dy, dw[5]);
        DoubleEjml.multTransB(dy, w[4], dh2);
        DoubleEjml.reluBackward(h2, dh2);
        DoubleEjml.multTransA(h1, dh2, dw[2]);
        DoubleEjml.sumRows(dh2, dw[3]);
        DoubleEjml.multTransB(dh2, w[2], dh1);
        DoubleEjml.reluBackward(h1, dh1);
        DoubleEjml.multTransA(in, dh1, dw[0]);
        DoubleEjml.sumRows(dh1, dw[1]);
        rule.step();
        return loss;
    }
}
