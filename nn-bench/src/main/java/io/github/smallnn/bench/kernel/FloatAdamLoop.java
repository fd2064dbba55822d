// Generated from DoubleAdamLoop.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.FMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T3} on EJML. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatAdamLoop implements Contestant {
    private final FMatrixRMaj[] x;
    private final FMatrixRMaj[] t;
    private final FMatrixRMaj[] w;
    private final FMatrixRMaj[] dw;
    private final FMatrixRMaj h1;
    private final FMatrixRMaj h2;
    private final FMatrixRMaj y;
    private final FMatrixRMaj dh1;
    private final FMatrixRMaj dh2;
    private final FMatrixRMaj dy;
    private final FloatAdamRule rule;
    private int next;

    FloatAdamLoop(Problem problem) {
        int rows = problem.job().batch();
        double[][] start = problem.parameters();
        this.x = FloatEjml.batches(rows, problem.inputs());
        this.t = FloatEjml.batches(rows, problem.targets());
        this.w = new FMatrixRMaj[] {
            FloatEjml.matrix(10, start[0]),
            FloatEjml.matrix(1, start[1]),
            FloatEjml.matrix(64, start[2]),
            FloatEjml.matrix(1, start[3]),
            FloatEjml.matrix(64, start[4]),
            FloatEjml.matrix(1, start[5])
        };
        this.dw = new FMatrixRMaj[w.length];
        for (int i = 0; i < w.length; i++) {
            dw[i] = FloatEjml.zerosLike(w[i]);
        }
        this.h1 = new FMatrixRMaj(rows, 64);
        this.h2 = new FMatrixRMaj(rows, 64);
        this.y = new FMatrixRMaj(rows, 1);
        this.dh1 = FloatEjml.zerosLike(h1);
        this.dh2 = FloatEjml.zerosLike(h2);
        this.dy = FloatEjml.zerosLike(y);
        this.rule = new FloatAdamRule((float) problem.job().rate(), FloatEjml.arrays(w), FloatEjml.arrays(dw));
    }

    @Override
    public double step() {
        FMatrixRMaj in = x[next];
        FMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        FloatEjml.mult(in, w[0], h1);
        FloatEjml.addRow(w[1], h1);
        FloatEjml.relu(h1);
        FloatEjml.mult(h1, w[2], h2);
        FloatEjml.addRow(w[3], h2);
        FloatEjml.relu(h2);
        FloatEjml.mult(h2, w[4], y);
        FloatEjml.addRow(w[5], y);
        double loss = FloatEjml.squaredError(y, target, dy);
        FloatEjml.multTransA(h2, dy, dw[4]);
        FloatEjml.sumRows(dy, dw[5]);
        FloatEjml.multTransB(dy, w[4], dh2);
        FloatEjml.reluBackward(h2, dh2);
        FloatEjml.multTransA(h1, dh2, dw[2]);
        FloatEjml.sumRows(dh2, dw[3]);
        FloatEjml.multTransB(dh2, w[2], dh1);
        FloatEjml.reluBackward(h1, dh1);
        FloatEjml.multTransA(in, dh1, dw[0]);
        FloatEjml.sumRows(dh1, dw[1]);
        rule.step();
        return loss;
    }
}
