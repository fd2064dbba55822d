package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.DMatrixRMaj;

/** {@link io.github.smallnn.bench.work.Job#T4} and {@link io.github.smallnn.bench.work.Job#T5} on EJML. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleMomentumLoop implements Contestant {
    private static final double MOMENTUM = (double) Job.MOMENTUM;

    private final int layers;
    private final double rate;
    private final DMatrixRMaj[] x;
    private final DMatrixRMaj[] t;
    // Of each layer: weight, bias, their gradients and buffers.
    private final DMatrixRMaj[] w;
    private final DMatrixRMaj[] b;
    private final DMatrixRMaj[] dw;
    private final DMatrixRMaj[] db;
    private final DMatrixRMaj[] mw;
    private final DMatrixRMaj[] mb;
    // Input and outputs of the layers, and their gradients.
    private final DMatrixRMaj[] h;
    private final DMatrixRMaj[] dh;
    private int next;

    DoubleMomentumLoop(Problem problem) {
        Job job = problem.job();
        this.layers = job.layers();
        this.rate = (double) job.rate();
        this.x = DoubleEjml.batches(job.batch(), problem.inputs());
        this.t = DoubleEjml.batches(job.batch(), problem.targets());
        this.w = new DMatrixRMaj[layers];
        this.b = new DMatrixRMaj[layers];
        this.dw = new DMatrixRMaj[layers];
        this.db = new DMatrixRMaj[layers];
        this.mw = new DMatrixRMaj[layers];
        this.mb = new DMatrixRMaj[layers];
        this.h = new DMatrixRMaj[layers + 1];
        this.dh = new DMatrixRMaj[layers + 1];
        for (int l = 0; l < layers; l++) {
            w[l] = DoubleEjml.matrix(job.width(l), problem.parameters()[2 * l]);
            b[l] = DoubleEjml.matrix(1, problem.parameters()[2 * l + 1]);
            dw[l] = DoubleEjml.zerosLike(w[l]);
            db[l] = DoubleEjml.zerosLike(b[l]);
            mw[l] = DoubleEjml.zerosLike(w[l]);
            mb[l] = DoubleEjml.zerosLike(b[l]);
            h[l + 1] = new DMatrixRMaj(job.batch(), job.width(l + 1));
            dh[l + 1] = DoubleEjml.zerosLike(h[l + 1]);
        }
    }

    @Override
    public double step() {
        h[0] = x[next];
        DMatrixRMaj target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        for (int l = 0; l < layers; l++) {
            DoubleEjml.mult(h[l], w[l], h[l + 1]);
            DoubleEjml.addRow(b[l], h[l + 1]);
            if (l + 1 < layers) {
                DoubleEjml.relu(h[l + 1]);
            }
        }
        double loss = DoubleEjml.crossEntropy(h[layers], target, dh[layers]);
        for (int l = layers - 1; l >= 0; l--) {
            DoubleEjml.multTransA(h[l], dh[l + 1], dw[l]);
            DoubleEjml.sumRows(dh[l + 1], db[l]);
            if (l > 0) {
                DoubleEjml.multTransB(dh[l + 1], w[l], dh[l]);
                DoubleEjml.reluBackward(h[l], dh[l]);
            }
        }
        for (int l = 0; l < layers; l++) {
            DoubleEjml.momentum(rate, MOMENTUM, w[l], dw[l], mw[l]);
            DoubleEjml.momentum(rate, MOMENTUM, b[l], db[l], mb[l]);
        }
        return loss;
    }
}
