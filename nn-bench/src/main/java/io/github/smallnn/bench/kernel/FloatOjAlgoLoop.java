// Generated from DoubleOjAlgoLoop.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;

/** A training job on ojAlgo: its products, and loops over their arrays for everything else. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatOjAlgoLoop implements Contestant {
    private final Job job;
    private final int layers;
    private final FloatOjAlgo[] x;
    private final FloatOjAlgo[] t;
    private final FloatOjAlgo[] w;
    private final FloatOjAlgo[] b;
    private final FloatOjAlgo[] dw;
    private final FloatOjAlgo[] db;
    private final FloatOjAlgo[] h;
    private final FloatOjAlgo[] dh;
    private final FloatRule rule;
    private int next;

    FloatOjAlgoLoop(Problem problem) {
        this.job = problem.job();
        this.layers = job.layers();
        this.x = FloatOjAlgo.batches(job.batch(), problem.inputs());
        this.t = FloatOjAlgo.batches(job.batch(), problem.targets());
        this.w = new FloatOjAlgo[layers];
        this.b = new FloatOjAlgo[job.bias() ? layers : 0];
        this.dw = new FloatOjAlgo[layers];
        this.db = new FloatOjAlgo[b.length];
        this.h = new FloatOjAlgo[layers + 1];
        this.dh = new FloatOjAlgo[layers + 1];
        float[][] all = new float[w.length + b.length][];
        float[][] gradients = new float[all.length][];
        int perLayer = job.bias() ? 2 : 1;
        for (int l = 0; l < layers; l++) {
            w[l] = FloatOjAlgo.matrix(job.width(l), problem.parameters()[perLayer * l]);
            dw[l] = new FloatOjAlgo(w[l].rows, w[l].cols);
            all[perLayer * l] = w[l].data;
            gradients[perLayer * l] = dw[l].data;
            if (job.bias()) {
                b[l] = FloatOjAlgo.matrix(1, problem.parameters()[2 * l + 1]);
                db[l] = new FloatOjAlgo(1, b[l].cols);
                all[2 * l + 1] = b[l].data;
                gradients[2 * l + 1] = db[l].data;
            }
            h[l + 1] = new FloatOjAlgo(job.batch(), job.width(l + 1));
            dh[l + 1] = new FloatOjAlgo(job.batch(), job.width(l + 1));
        }
        this.rule = FloatRule.of(job, all, gradients);
    }

    @Override
    public double step() {
        h[0] = x[next];
        FloatOjAlgo target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        for (int l = 0; l < layers; l++) {
            h[l + 1].multiply(h[l], w[l]);
            if (job.bias()) {
                h[l + 1].addRow(b[l]);
            }
            if (l + 1 < layers) {
                FloatHidden.forward(job.hidden(), h[l + 1].data);
            }
        }
        double loss =
                job.classes() ? dh[layers].crossEntropy(h[layers], target) : dh[layers].squaredError(h[layers], target);
        for (int l = layers - 1; l >= 0; l--) {
            dw[l].multiplyTransA(h[l], dh[l + 1]);
            if (job.bias()) {
                db[l].sumRows(dh[l + 1]);
            }
            if (l > 0) {
                dh[l].multiplyTransB(dh[l + 1], w[l]);
                FloatHidden.backward(job.hidden(), h[l].data, dh[l].data);
            }
        }
        rule.step();
        return loss;
    }
}
