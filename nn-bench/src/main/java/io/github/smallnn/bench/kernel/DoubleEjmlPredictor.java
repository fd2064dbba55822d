package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.bench.work.Problem;
import org.ejml.data.DMatrixRMaj;

/** A prediction on EJML, without allocation. */
final class DoubleEjmlPredictor implements Predictor {
    private final int layers;
    private final DMatrixRMaj[] x;
    private final DMatrixRMaj[] w;
    private final DMatrixRMaj[] b;
    private final DMatrixRMaj[] h;

    DoubleEjmlPredictor(PredictJob job) {
        Job network = job.network();
        // float: double[][] start = Problem.of(network).parameters();
        double[][] start = Problem.of(network).parameters();
        this.layers = network.layers();
        this.x = DoubleEjml.batches(job.rows(), job.inputs());
        this.w = new DMatrixRMaj[layers];
        this.b = new DMatrixRMaj[layers];
        this.h = new DMatrixRMaj[layers];
        for (int l = 0; l < layers; l++) {
            w[l] = DoubleEjml.matrix(network.width(l), start[2 * l]);
            b[l] = DoubleEjml.matrix(1, start[2 * l + 1]);
            h[l] = new DMatrixRMaj(job.rows(), network.width(l + 1));
        }
    }

    @Override
    public void predict(int set) {
        DMatrixRMaj in = x[set];
        for (int l = 0; l < layers; l++) {
            DoubleEjml.mult(in, w[l], h[l]);
            DoubleEjml.addRow(b[l], h[l]);
            if (l + 1 < layers) {
                DoubleEjml.relu(h[l]);
            }
            in = h[l];
        }
    }

    @Override
    public double get(int row, int col) {
        return h[layers - 1].get(row, col);
    }
}
