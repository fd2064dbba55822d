package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.bench.work.Problem;

/** A prediction on ojAlgo. */
final class DoubleOjAlgoPredictor implements Predictor {
    private final int layers;
    private final DoubleOjAlgo[] x;
    private final DoubleOjAlgo[] w;
    private final DoubleOjAlgo[] b;
    private final DoubleOjAlgo[] h;

    DoubleOjAlgoPredictor(PredictJob job) {
        Job network = job.network();
        // float: double[][] start = Problem.of(network).parameters();
        double[][] start = Problem.of(network).parameters();
        this.layers = network.layers();
        this.x = DoubleOjAlgo.batches(job.rows(), job.inputs());
        this.w = new DoubleOjAlgo[layers];
        this.b = new DoubleOjAlgo[layers];
        this.h = new DoubleOjAlgo[layers];
        for (int l = 0; l < layers; l++) {
            w[l] = DoubleOjAlgo.matrix(network.width(l), start[2 * l]);
            b[l] = DoubleOjAlgo.matrix(1, start[2 * l + 1]);
            h[l] = new DoubleOjAlgo(job.rows(), network.width(l + 1));
        }
    }

    @Override
    public void predict(int set) {
        DoubleOjAlgo in = x[set];
        for (int l = 0; l < layers; l++) {
            h[l].multiply(in, w[l]);
            h[l].addRow(b[l]);
            if (l + 1 < layers) {
                DoubleHidden.forward(Job.Hidden.RELU, h[l].data);
            }
            in = h[l];
        }
    }

    @Override
    public double get(int row, int col) {
        DoubleOjAlgo y = h[layers - 1];
        return y.data[col * y.rows + row];
    }
}
