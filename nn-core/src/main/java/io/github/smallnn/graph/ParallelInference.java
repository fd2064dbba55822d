package io.github.smallnn.graph;

import io.github.smallnn.parallel.Workers;
import io.github.smallnn.tensor.Tensor;

/**
 * Sessions that predict large batches on several threads, with the bits of one thread. Allocates nothing once warm.
 * Predictions that would take less time than sharing them are made by the calling thread. Belongs to one thread at a time;
 * {@link #close()} ends its threads.
 *
 * <pre>{@code
 * try (ParallelInference predictions = model.parallelInference(2)) {
 *     predictions.predict(inputs, outputs);
 * }
 * }</pre>
 */
public final class ParallelInference implements AutoCloseable {
    // Multiply-adds below which the calling thread does all, with threads at hand and with threads to be started. ADR 9
    // has
    // the measurements.
    private static final long LEAST_WORK = 8_000_000;
    private static final long LEAST_WORK_ONCE = 40_000_000;

    private final Model model;
    private final Inference[] sessions;
    private final Workers workers;
    private final Workers.Job share = this::predictShare;
    private Tensor input;
    private Tensor output;

    ParallelInference(Model model, int threads) {
        this.model = model;
        this.workers = new Workers("smallnn-predict", threads);
        this.sessions = new Inference[threads];
        for (int i = 0; i < threads; i++) {
            sessions[i] = model.newSession();
        }
    }

    /** Whether so many rows are worth starting threads. */
    static boolean paysOnce(Network network, int rows) {
        return rows * network.multiplyAdds() >= LEAST_WORK_ONCE;
    }

    /**
     * Predicts into a given tensor; allocates nothing once warm if the input has the parameters' precision.
     *
     * @param rows rows x input size. Not modified.
     * @param predictions rows x output size, of any precision. Modified.
     * @throws IllegalArgumentException if columns or rows do not fit
     */
    public void predict(Tensor rows, Tensor predictions) {
        input = model.prepared(rows, predictions);
        output = predictions;
        try {
            if (pays(input.rows())) {
                workers.run(share, sessions.length);
            } else {
                Model.predict(sessions[0], input, output, 0, input.rows());
            }
        } finally {
            input = null;
            output = null;
        }
    }

    // An op that couples the rows of a batch has to see all of them.
    private boolean pays(int rows) {
        return rows >= sessions.length
                && rows * model.network().multiplyAdds() >= LEAST_WORK
                && sessions[0].couplingPath() == null;
    }

    private void predictShare(int part) {
        int from = (int) ((long) input.rows() * part / sessions.length);
        int to = (int) ((long) input.rows() * (part + 1) / sessions.length);
        Model.predict(sessions[part], input, output, from, to);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.close();
    }
}
