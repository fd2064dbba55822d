package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.DMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T4} on EJML. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleMomentumLoop implements Contestant {
    private static final double MOMENTUM = (double) Job.MOMENTUM;

    private final double rate;
    private final DMatrixRMaj[] x;
    private final DMatrixRMaj[] t;
    private final DMatrixRMaj w1;
    private final DMatrixRMaj b1;
    private final DMatrixRMaj w2;
    private final DMatrixRMaj b2;
    private final DMatrixRMaj h;
    private final DMatrixRMaj z;
    private final DMatrixRMaj dw1;
    private final DMatrixRMaj db1;
    private final DMatrixRMaj dw2;
    private final DMatrixRMaj db2;
    private final DMatrixRMaj dh;
    private final DMatrixRMaj dz;
    private final DMatrixRMaj mw1;
    private final DMatrixRMaj mb1;
    private final DMatrixRMaj mw2;
    private final DMatrixRMaj mb2;
    private int next;

    DoubleMomentumLoop(Problem problem) {
        int rows = problem.job().batch();
        this.rate = (double) problem.job().rate();
        this.x = DoubleEjml.batches(rows, problem.inputs());
        this.t = DoubleEjml.batches(rows, problem.targets());
        this.w1 = DoubleEjml.matrix(784, problem.parameters()[0]);
        this.b1 = DoubleEjml.matrix(1, problem.parameters()[1]);
        this.w2 = DoubleEjml.matrix(128, problem.parameters()[2]);
        this.b2 = DoubleEjml.matrix(1, problem.parameters()[3]);
        this.h = new DMatrixRMaj(rows, 128);
        this.z = new DMatrixRMaj(rows, 10);
        this.dw1 = DoubleEjml.zerosLike(w1);
        this.db1 = DoubleEjml.zerosLike(b1);
        this.dw2 = DoubleEjml.zerosLike(w2);
        this.db2 = DoubleEjml.zerosLike(b2);
        this.dh = DoubleEjml.zerosLike(h);
        this.dz = DoubleEjml.zerosLike(z);
        this.mw1 = DoubleEjml.zerosLike(w1);
        this.mb1 = DoubleEjml.zerosLike(b1);
        this.mw2 = DoubleEjml.zerosLike(w2);
        this.mb2 = DoubleEjml.zerosLike(b2);
    }

    @Override
    public double step() {
        DMatrixRMaj in = x[next];
        DMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        DoubleEjml.mult(in, w1, h);
        DoubleEjml.addRow(b1, h);
        DoubleEjml.relu(h);
        DoubleEjml.mult(h, w2, z);
        DoubleEjml.addRow(b2, z);
        double loss = DoubleEjml.crossEntropy(z, target, dz);
        DoubleEjml.multTransA(h, dz, dw2);
        DoubleEjml.sumRows(dz, db2);
        DoubleEjml.multTransB(dz, w2, dh);
        DoubleEjml.reluBackward(h, dh);
        DoubleEjml.multTransA(in, dh, dw1);
        DoubleEjml.sumRows(dh, db1);
        DoubleEjml.momentum(rate, MOMENTUM, w1, dw1, mw1);
        DoubleEjml.momentum(rate, MOMENTUM, b1, db1, mb1);
        DoubleEjml.momentum(rate, MOMENTUM, w2, dw2, mw2);
        DoubleEjml.momentum(rate, MOMENTUM, b2, db2, mb2);
        return loss;
    }
}
