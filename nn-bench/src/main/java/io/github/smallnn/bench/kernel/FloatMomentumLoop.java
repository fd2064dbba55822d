// Generated from DoubleMomentumLoop.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.FMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T4} on EJML. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatMomentumLoop implements Contestant {
    private static final float MOMENTUM = (float) Job.MOMENTUM;

    private final float rate;
    private final FMatrixRMaj[] x;
    private final FMatrixRMaj[] t;
    private final FMatrixRMaj w1;
    private final FMatrixRMaj b1;
    private final FMatrixRMaj w2;
    private final FMatrixRMaj b2;
    private final FMatrixRMaj h;
    private final FMatrixRMaj z;
    private final FMatrixRMaj dw1;
    private final FMatrixRMaj db1;
    private final FMatrixRMaj dw2;
    private final FMatrixRMaj db2;
    private final FMatrixRMaj dh;
    private final FMatrixRMaj dz;
    private final FMatrixRMaj mw1;
    private final FMatrixRMaj mb1;
    private final FMatrixRMaj mw2;
    private final FMatrixRMaj mb2;
    private int next;

    FloatMomentumLoop(Problem problem) {
        int rows = problem.job().batch();
        this.rate = (float) problem.job().rate();
        this.x = FloatEjml.batches(rows, problem.inputs());
        this.t = FloatEjml.batches(rows, problem.targets());
        this.w1 = FloatEjml.matrix(784, problem.parameters()[0]);
        this.b1 = FloatEjml.matrix(1, problem.parameters()[1]);
        this.w2 = FloatEjml.matrix(128, problem.parameters()[2]);
        this.b2 = FloatEjml.matrix(1, problem.parameters()[3]);
        this.h = new FMatrixRMaj(rows, 128);
        this.z = new FMatrixRMaj(rows, 10);
        this.dw1 = FloatEjml.zerosLike(w1);
        this.db1 = FloatEjml.zerosLike(b1);
        this.dw2 = FloatEjml.zerosLike(w2);
        this.db2 = FloatEjml.zerosLike(b2);
        this.dh = FloatEjml.zerosLike(h);
        this.dz = FloatEjml.zerosLike(z);
        this.mw1 = FloatEjml.zerosLike(w1);
        this.mb1 = FloatEjml.zerosLike(b1);
        this.mw2 = FloatEjml.zerosLike(w2);
        this.mb2 = FloatEjml.zerosLike(b2);
    }

    @Override
    public double step() {
        FMatrixRMaj in = x[next];
        FMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        FloatEjml.mult(in, w1, h);
        FloatEjml.addRow(b1, h);
        FloatEjml.relu(h);
        FloatEjml.mult(h, w2, z);
        FloatEjml.addRow(b2, z);
        double loss = FloatEjml.crossEntropy(z, target, dz);
        FloatEjml.multTransA(h, dz, dw2);
        FloatEjml.sumRows(dz, db2);
        FloatEjml.multTransB(dz, w2, dh);
        FloatEjml.reluBackward(h, dh);
        FloatEjml.multTransA(in, dh, dw1);
        FloatEjml.sumRows(dh, db1);
        FloatEjml.momentum(rate, MOMENTUM, w1, dw1, mw1);
        FloatEjml.momentum(rate, MOMENTUM, b1, db1, mb1);
        FloatEjml.momentum(rate, MOMENTUM, w2, dw2, mw2);
        FloatEjml.momentum(rate, MOMENTUM, b2, db2, mb2);
        return loss;
    }
}
