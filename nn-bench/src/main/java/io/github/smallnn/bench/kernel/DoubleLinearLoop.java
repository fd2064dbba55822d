package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.DMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T1} on EJML. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleLinearLoop implements Contestant {
    private final double rate;
    private final DMatrixRMaj[] x;
    private final DMatrixRMaj[] t;
    private final DMatrixRMaj w1;
    private final DMatrixRMaj w2;
    private final DMatrixRMaj h;
    private final DMatrixRMaj y;
    private final DMatrixRMaj dw1;
    private final DMatrixRMaj dw2;
    private final DMatrixRMaj dh;
    private final DMatrixRMaj dy;
    private int next;

    DoubleLinearLoop(Problem problem) {
        int rows = problem.job().batch();
        this.rate = (double) problem.job().rate();
        this.x = DoubleEjml.batches(rows, problem.inputs());
        this.t = DoubleEjml.batches(rows, problem.targets());
        this.w1 = DoubleEjml.matrix(2, problem.parameters()[0]);
        this.w2 = DoubleEjml.matrix(2, problem.parameters()[1]);
        this.h = new DMatrixRMaj(rows, 2);
        this.y = new DMatrixRMaj(rows, 1);
        this.dw1 = DoubleEjml.zerosLike(w1);
        this.dw2 = DoubleEjml.zerosLike(w2);
        this.dh = DoubleEjml.zerosLike(h);
        this.dy = DoubleEjml.zerosLike(y);
    }

    @Override
    public double step() {
        DMatrixRMaj in = x[next];
        DMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        DoubleEjml.mult(in, w1, h);
        DoubleEjml.mult(h, w2, y);
        double loss = DoubleEjml.squaredError(y, target, dy);
        DoubleEjml.multTransA(h, dy, dw2);
        DoubleEjml.multTransB(dy, w2, dh);
        DoubleEjml.multTransA(in, dh, dw1);
        DoubleEjml.sgd(rate, w1, dw1);
        DoubleEjml.sgd(rate, w2, dw2);
        return loss;
    }
}
