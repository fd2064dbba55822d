package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Problem;

/** A training job on ojAlgo: its products, and loops over their arrays for everything else. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleOjAlgoLoop implements Contestant {
    private final Job job;
    private final int layers;
    private final DoubleOjAlgo[] x;
    private final DoubleOjAlgo[] t;
    private final DoubleOjAlgo[] w;
    private final DoubleOjAlgo[] b;
    private final DoubleOjAlgo[] dw;
    private final DoubleOjAlgo[] db;
    private final DoubleOjAlgo[] h;
    private final DoubleOjAlgo[] dh;
    private final DoubleRule rule;
    private int next;

    DoubleOjAlgoLoop(Problem problem) {
        this.job = problem.job();
        this.layers = job.layers();
        this.x = DoubleOjAlgo.batches(job.batch(), problem.inputs());
        this.t = DoubleOjAlgo.batches(job.batch(), problem.targets());
        this.w = new DoubleOjAlgo[layers];
        this.b = new DoubleOjAlgo[job.bias() ? layers : 0];
        this.dw = new DoubleOjAlgo[layers];
        this.db = new DoubleOjAlgo[b.length];
        this.h = new DoubleOjAlgo[layers + 1];
        this.dh = new DoubleOjAlgo[layers + 1];
        double[][] all = new double[w.length + b.length][];
        double[][] gradients = new double[all.length][];
        int perLayer = job.bias() ? 2 : 1;
        for (int l = 0; l < layers; l++) {
            w[l] = DoubleOjAlgo.matrix(job.width(l), problem.parameters()[perLayer * l]);
            dw[l] = new DoubleOjAlgo(w[l].rows, w[l].cols);
            all[perLayer * l] = w[l].data;
            gradients[perLayer * l] = dw[l].data;
            if (job.bias()) {
                b[l] = DoubleOjAlgo.matrix(1, problem.parameters()[2 * l + 1]);
                db[l] = new DoubleOjAlgo(1, b[l].cols);
                all[2 * l + 1] = b[l].data;
                gradients[2 * l + 1] = db[l].data;
            }
            h[l + 1] = new DoubleOjAlgo(job.batch(), job.width(l + 1));
            dh[l + 1] = new DoubleOjAlgo(job.batch(), job.width(l + 1));
        }
        this.rule = DoubleRule.of(job, all, gradients);
    }

    @Override
    public double step() {
        h[0] = x[next];
        DoubleOjAlgo target = t[next];
        next = next + 1 == x.length ? 0 : next + 1;
        for (int l = 0; l < layers; l++) {
            h[l + 1].multiply(h[l], w[l]);
            if (job.bias()) {
                h[l + 1].addRow(b[l]);
            }
            if (l + 1 < layers) {
                DoubleHidden.forward(job.hidden(), h[l + 1].data);
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
                DoubleHidden.backward(job.hidden(), h[l].data, dh[l].data);
            }
        }
        rule.step();
        return loss;
    }
}
