package io.github.smallnn.bench.work;

import io.github.smallnn.random.RandomState;
import java.util.Locale;

/** The prediction jobs: the network of a training job at its start, batches of another size that are used in turn. */
public enum PredictJob {
    /** One row through 10-64-64-1 ReLU. */
    I1(Job.T3, 1, 512),
    /** 256 rows through 784-128-10 ReLU. */
    I2(Job.T4, 256, 16);

    private static final long SEED = 20_014;
    private static final double DOUBLE_TOLERANCE = 1e-12;
    private static final double FLOAT_TOLERANCE = 1e-5;

    private final Job network;
    private final int rows;
    private final int sets;

    PredictJob(Job network, int rows, int sets) {
        this.network = network;
        this.rows = rows;
        this.sets = sets;
    }

    /**
     * Whose network this is.
     *
     * @return a training job
     */
    public Job network() {
        return network;
    }

    /**
     * Rows of a batch.
     *
     * @return rows
     */
    public int rows() {
        return rows;
    }

    /**
     * Batches that are used in turn.
     *
     * @return how many
     */
    public int sets() {
        return sets;
    }

    /**
     * What the job is, for tables.
     *
     * @return such as {@code 10-64-64-1 relu, batch 1}
     */
    public String describe() {
        return network.network() + ", batch " + rows;
    }

    /**
     * The batches, representable in float.
     *
     * @return sets x (rows * inputs)
     */
    public double[][] inputs() {
        RandomState random = new RandomState(SEED);
        double[][] all = new double[sets][rows * network.inputs()];
        for (double[] batch : all) {
            for (int i = 0; i < batch.length; i++) {
                batch[i] = (float) random.uniform(-1, 1);
            }
        }
        return all;
    }

    /**
     * Runs a contestant on every batch and holds every output against naive loops in double.
     *
     * @param predictor contestant
     * @param wide whether its elements are doubles
     * @return the checksum: the sum of all outputs
     * @throws IllegalStateException if an output is wrong
     */
    public double check(Predictor predictor, boolean wide) {
        NaiveNetwork reference = new NaiveNetwork(Problem.of(network));
        double[][] inputs = inputs();
        double tolerance = wide ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE;
        double sum = 0;
        for (int set = 0; set < sets; set++) {
            predictor.predict(set);
            double[] expected = reference.predict(inputs[set]);
            for (int i = 0; i < expected.length; i++) {
                double v = predictor.get(i / network.outputs(), i % network.outputs());
                if (!(Math.abs(v - expected[i]) <= tolerance * Math.max(1, Math.abs(expected[i])))) {
                    throw new IllegalStateException(String.format(
                            Locale.ROOT,
                            "%s: output %d of batch %d is %s, but should be %s; this contestant is wrong and must not be"
                                    + " timed",
                            this,
                            i,
                            set,
                            v,
                            expected[i]));
                }
                sum += v;
            }
        }
        return sum;
    }
}
