// Generated from DoubleOjAlgoPredictor.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.bench.work.Problem;

/** A prediction on ojAlgo. */
final class FloatOjAlgoPredictor implements Predictor {
    private final int layers;
    private final FloatOjAlgo[] x;
    private final FloatOjAlgo[] w;
    private final FloatOjAlgo[] b;
    private final FloatOjAlgo[] h;

    FloatOjAlgoPredictor(PredictJob job) {
        Job network = job.network();
        double[][] start = Problem.of(network).parameters();
        this.layers = network.layers();
        this.x = FloatOjAlgo.batches(job.rows(), job.inputs());
        this.w = new FloatOjAlgo[layers];
        this.b = new FloatOjAlgo[layers];
        this.h = new FloatOjAlgo[layers];
        for (int l = 0; l < layers; l++) {
            w[l] = FloatOjAlgo.matrix(network.width(l), start[2 * l]);
            b[l] = FloatOjAlgo.matrix(1, start[2 * l + 1]);
            h[l] = new FloatOjAlgo(job.rows(), network.width(l + 1));
        }
    }

    @Override
    public void predict(int set) {
        FloatOjAlgo in = x[set];
        for (int l = 0; l < layers; l++) {
            h[l].multiply(in, w[l]);
            h[l].addRow(b[l]);
            if (l + 1 < layers) {
                FloatHidden.forward(Job.Hidden.RELU, h[l].data);
            }
            in = h[l];
        }
    }

    @Override
    public double get(int row, int col) {
        FloatOjAlgo y = h[layers - 1];
        return y.data[col * y.rows + row];
    }
}
