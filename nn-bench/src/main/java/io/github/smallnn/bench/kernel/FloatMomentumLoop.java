// Generated from DoubleMomentumLoop.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.FMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T4} and {@link io.github.smallnn.bench.work.Job#T5} on EJML. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatMomentumLoop implements Contestant {
    private static final float MOMENTUM = (float) Job.MOMENTUM;

    private final int layers;
    private final float rate;
    private final FMatrixRMaj[] x;
    private final FMatrixRMaj[] t;
    // Of each layer: weight, bias, their gradients and buffers.
    private final FMatrixRMaj[] w;
    private final FMatrixRMaj[] b;
    private final FMatrixRMaj[] dw;
    private final FMatrixRMaj[] db;
    private final FMatrixRMaj[] mw;
    private final FMatrixRMaj[] mb;
    // Input and outputs of the layers, and their gradients.
    private final FMatrixRMaj[] h;
    private final FMatrixRMaj[] dh;
    private int next;

    FloatMomentumLoop(Problem problem) {
        Job job = problem.job();
        this.layers = job.layers();
        this.rate = (float) job.rate();
        this.x = FloatEjml.batches(job.batch(), problem.inputs());
        this.t = FloatEjml.batches(job.batch(), problem.targets());
        this.w = new FMatrixRMaj[layers];
        this.b = new FMatrixRMaj[layers];
        this.dw = new FMatrixRMaj[layers];
        this.db = new FMatrixRMaj[layers];
        this.mw = new FMatrixRMaj[layers];
        this.mb = new FMatrixRMaj[layers];
        this.h = new FMatrixRMaj[layers + 1];
        this.dh = new FMatrixRMaj[layers + 1];
        for (int l = 0; l < layers; l++) {
            w[l] = FloatEjml.matrix(job.width(l), problem.parameters()[2 * l]);
            b[l] = FloatEjml.matrix(1, problem.parameters()[2 * l + 1]);
            dw[l] = FloatEjml.zerosLike(w[l]);
            db[l] = FloatEjml.zerosLike(b[l]);
            mw[l] = FloatEjml.zerosLike(w[l]);
            mb[l] = FloatEjml.zerosLike(b[l]);
            h[l + 1] = new FMatrixRMaj(job.batch(), job.width(l + 1));
            dh[l + 1] = FloatEjml.zerosLike(h[l + 1]);
        }
    }

    @Override
    public double step() {
        h[0] = x[next];
        FMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        for (int l = 0; l < layers; l++) {
            FloatEjml.mult(h[l], w[l], h[l + 1]);
            FloatEjml.addRow(b[l], h[l + 1]);
            if (l + 1 < layers) {
                FloatEjml.relu(h[l + 1]);
            }
        }
        double loss = FloatEjml.crossEntropy(h[layers], target, dh[layers]);
        for (int l = layers - 1; l >= 0; l--) {
            FloatEjml.multTransA(h[l], dh[l + 1], dw[l]);
            FloatEjml.sumRows(dh[l + 1], db[l]);
            if (l > 0) {
                FloatEjml.multTransB(dh[l + 1], w[l], dh[l]);
                FloatEjml.reluBackward(h[l], dh[l]);
            }
        }
        for (int l = 0; l < layers; l++) {
            FloatEjml.momentum(rate, MOMENTUM, w[l], dw[l], mw[l]);
            FloatEjml.momentum(rate, MOMENTUM, b[l], db[l], mb[l]);
        }
        return loss;
    }
}
