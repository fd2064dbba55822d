package io.github.smallnn.bench.work;

import io.github.smallnn.random.RandomState;

/**
 * A job's data and first parameters. All numbers are representable in float, so that both precisions start from the same
 * ones. The arrays are shared and not to be modified.
 */
public final class Problem {
    private static final long SEED = 20_011;
    private static final double NOISE = 0.1;

    private final Job job;
    private final double[][] inputs;
    private final double[][] targets;
    private final double[][] parameters;

    private Problem(Job job, double[][] inputs, double[][] targets, double[][] parameters) {
        this.job = job;
        this.inputs = inputs;
        this.targets = targets;
        this.parameters = parameters;
    }

    /**
     * The problem of a job, the same one at every call.
     *
     * @param job job
     * @return a new problem
     */
    public static Problem of(Job job) {
        RandomState random = new RandomState(SEED);
        double[][] parameters = parameters(job, random);
        double[] teacher = uniform(random, job.inputs() * job.outputs(), 1);
        double[][] inputs = new double[job.batches()][];
        double[][] targets = new double[job.batches()][];
        for (int b = 0; b < job.batches(); b++) {
            inputs[b] = uniform(random, job.batch() * job.inputs(), 1);
            targets[b] = targets(job, inputs[b], teacher, random);
        }
        return new Problem(job, inputs, targets, parameters);
    }

    private static double[][] parameters(Job job, RandomState random) {
        int perLayer = job.bias() ? 2 : 1;
        double[][] all = new double[perLayer * job.layers()][];
        for (int l = 0; l < job.layers(); l++) {
            double bound = 1 / Math.sqrt(job.width(l));
            all[perLayer * l] = uniform(random, job.width(l) * job.width(l + 1), bound);
            if (job.bias()) {
                all[perLayer * l + 1] = uniform(random, job.width(l + 1), bound);
            }
        }
        return all;
    }

    /** A linear function of the input plus noise, bent by a sine; of several such functions the largest is the class. */
    private static double[] targets(Job job, double[] x, double[] teacher, RandomState random) {
        double[] t = new double[job.batch()];
        for (int r = 0; r < t.length; r++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int o = 0; o < job.outputs(); o++) {
                double v = NOISE * random.uniform(-1, 1);
                for (int c = 0; c < job.inputs(); c++) {
                    v += x[r * job.inputs() + c] * teacher[c * job.outputs() + o];
                }
                if (v > best) {
                    best = v;
                    t[r] = job.classes() ? o : (float) Math.sin(v);
                }
            }
        }
        return t;
    }

    private static double[] uniform(RandomState random, int n, double bound) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = (float) random.uniform(-bound, bound);
        }
        return v;
    }

    /**
     * The job.
     *
     * @return whose problem this is
     */
    public Job job() {
        return job;
    }

    /**
     * Inputs of every batch, row after row.
     *
     * @return batches x (batch * inputs)
     */
    public double[][] inputs() {
        return inputs;
    }

    /**
     * Targets of every batch: numbers, or class indices.
     *
     * @return batches x batch
     */
    public double[][] targets() {
        return targets;
    }

    /**
     * First values of the parameters: for each layer the weight, in x out row after row, then the bias if there is one.
     *
     * @return one array per parameter
     */
    public double[][] parameters() {
        return parameters;
    }
}
