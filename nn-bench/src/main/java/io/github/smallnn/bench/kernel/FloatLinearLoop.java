// Generated from DoubleLinearLoop.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.FMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T1} on EJML. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatLinearLoop implements Contestant {
    private final float rate;
    private final FMatrixRMaj[] x;
    private final FMatrixRMaj[] t;
    private final FMatrixRMaj w1;
    private final FMatrixRMaj w2;
    private final FMatrixRMaj h;
    private final FMatrixRMaj y;
    private final FMatrixRMaj dw1;
    private final FMatrixRMaj dw2;
    private final FMatrixRMaj dh;
    private final FMatrixRMaj dy;
    private int next;

    FloatLinearLoop(Problem problem) {
        int rows = problem.job().batch();
        this.rate = (float) problem.job().rate();
        this.x = FloatEjml.batches(rows, problem.inputs());
        this.t = FloatEjml.batches(rows, problem.targets());
        this.w1 = FloatEjml.matrix(2, problem.parameters()[0]);
        this.w2 = FloatEjml.matrix(2, problem.parameters()[1]);
        this.h = new FMatrixRMaj(rows, 2);
        this.y = new FMatrixRMaj(rows, 1);
        this.dw1 = FloatEjml.zerosLike(w1);
        this.dw2 = FloatEjml.zerosLike(w2);
        this.dh = FloatEjml.zerosLike(h);
        this.dy = FloatEjml.zerosLike(y);
    }

    @Override
    public double step() {
        FMatrixRMaj in = x[next];
        FMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        FloatEjml.mult(in, w1, h);
        FloatEjml.mult(h, w2, y);
        double loss = FloatEjml.squaredError(y, target, dy);
        FloatEjml.multTransA(h, dy, dw2);
        FloatEjml.multTransB(dy, w2, dh);
        FloatEjml.multTransA(in, dh, dw1);
        FloatEjml.sgd(rate, w1, dw1);
        FloatEjml.sgd(rate, w2, dw2);
        return loss;
    }
}
