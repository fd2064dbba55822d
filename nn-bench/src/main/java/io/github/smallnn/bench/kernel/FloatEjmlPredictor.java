// Generated from DoubleEjmlPredictor.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.FMatrixRMaj;

/** A prediction on EJML, without allocation. */
final class FloatEjmlPredictor implements Predictor {
    private final int layers;
    private final FMatrixRMaj[] x;
    private final FMatrixRMaj[] w;
    private final FMatrixRMaj[] b;
    private final FMatrixRMaj[] h;

    FloatEjmlPredictor(PredictJob job) {
        Job network = job.network();
        double[][] start = Problem.of(network).parameters();
        this.layers = network.layers();
        this.x = FloatEjml.batches(job.rows(), job.inputs());
        this.w = new FMatrixRMaj[layers];
        this.b = new FMatrixRMaj[layers];
        this.h = new FMatrixRMaj[layers];
        for (int l = 0; l < layers; l++) {
            w[l] = FloatEjml.matrix(network.width(l), start[2 * l]);
            b[l] = FloatEjml.matrix(1, start[2 * l + 1]);
            h[l] = new FMatrixRMaj(job.rows(), network.width(l + 1));
        }
    }

    @Override
    public void predict(int set) {
        FMatrixRMaj in = x[set];
        for (int l = 0; l < layers; l++) {
            FloatEjml.mult(in, w[l], h[l]);
            FloatEjml.addRow(b[l], h[l]);
            if (l + 1 < layers) {
                FloatEjml.relu(h[l]);
            }
            in = h[l];
        }
    }

    @Override
    public double get(int row, int col) {
        return h[layers - 1].get(row, col);
    }
}
