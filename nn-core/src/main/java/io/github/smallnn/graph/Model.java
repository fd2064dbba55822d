package io.github.smallnn.graph;

import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A network with its parameters.
 *
 * <p>{@code predict} may be called from any number of threads at once and gives the same bits as from one: network and
 * parameters are only read, and every call works in an {@link Inference} session of its own, taken from a fixed array of
 * slots by compare-and-set. Predicting while somebody trains the same parameters is a race: serve a {@link #copy()}.
 */
public final class Model {
    // Rows per run: large enough for full speed of the products, small enough to stay in the cache on small networks.
    private static final int CHUNK = 256;
    private static final int SLOTS = 16;

    private final Network network;
    private final ParameterSet parameters;
    private final AtomicReferenceArray<Inference> slots = new AtomicReferenceArray<>(SLOTS);

    /**
     * Ties a network to parameters.
     *
     * @param network the network
     * @param parameters parameters of this network; shared, not copied
     * @throws IllegalArgumentException if the parameters are not of this network
     */
    public Model(Network network, ParameterSet parameters) {
        this.network = network;
        this.parameters = parameters;
        slots.set(0, newSession());
    }

    /**
     * A new model in double precision, started from a seed.
     *
     * @param inputs number of inputs
     * @param body layers
     * @param seed from 0 to 2^32 - 1
     * @return the model
     */
    public static Model of(int inputs, Layer body, long seed) {
        return of(Network.of(inputs, body), Precision.DOUBLE, seed);
    }

    /**
     * A new model, started from a seed.
     *
     * @param network the network
     * @param precision element type
     * @param seed from 0 to 2^32 - 1
     * @return the model
     */
    public static Model of(Network network, Precision precision, long seed) {
        return new Model(network, network.initialize(precision, new RandomState(seed)));
    }

    /**
     * The network.
     *
     * @return the network
     */
    public Network network() {
        return network;
    }

    /**
     * The parameters.
     *
     * @return the set itself
     */
    public ParameterSet parameters() {
        return parameters;
    }

    /**
     * A model of the same network with a copy of the parameters.
     *
     * @return a new model
     */
    public Model copy() {
        return new Model(network, parameters.copy());
    }

    /**
     * Predicts; allocates the result only (and a copy of the input if its precision is another).
     *
     * @param input rows x input size. Not modified.
     * @return rows x output size in the parameters' precision
     * @throws IllegalArgumentException if columns or rows do not fit
     */
    public Tensor predict(Tensor input) {
        Tensor out = Tensor.zeros(
                parameters.precision(), input.rows(), network.outputShape().size());
        predict(input, out);
        return out;
    }

    /**
     * Predicts one sample.
     *
     * @param sample its inputs
     * @return its outputs
     * @throws IllegalArgumentException if the number of inputs does not fit
     */
    public double[] predict(double... sample) {
        return predict(Tensor.row(sample)).toArray();
    }

    /**
     * Predicts into a given tensor; allocates nothing once warm if the input has the parameters' precision.
     *
     * @param input rows x input size. Not modified.
     * @param output rows x output size, of any precision. Modified.
     * @throws IllegalArgumentException if columns or rows do not fit; the output is not changed then
     */
    public void predict(Tensor input, Tensor output) {
        Tensor in = prepared(input, output);
        Inference session = claim();
        try {
            predict(session, in, output, 0, in.rows());
        } finally {
            release(session);
        }
    }

    /**
     * Predicts a large batch on several threads, with the same bits. Threads are started for this call; to predict again and
     * again make a {@link #parallelInference}. Rows that would be predicted sooner than a thread starts need none.
     *
     * @param input rows x input size. Not modified.
     * @param output rows x output size, of any precision. Modified.
     * @param threads how many, the calling thread included, at least 1
     * @throws IllegalArgumentException if columns or rows do not fit, or threads is below 1; the output is not changed then
     */
    public void predict(Tensor input, Tensor output, int threads) {
        if (threads > 1 && ParallelInference.paysOnce(network, input.rows())) {
            try (ParallelInference predictions = parallelInference(threads)) {
                predictions.predict(input, output);
            }
        } else if (threads > 0) {
            predict(input, output);
        } else {
            throw new IllegalArgumentException("predicting needs at least 1 thread, but got " + threads);
        }
    }

    /**
     * Sessions for predicting large batches on several threads.
     *
     * @param threads how many, the calling thread included, at least 1
     * @return the sessions with their threads, to be closed
     * @throws IllegalArgumentException if threads is below 1
     */
    public ParallelInference parallelInference(int threads) {
        return new ParallelInference(this, threads);
    }

    /** The input in the parameters' precision, once both tensors have been checked. */
    Tensor prepared(Tensor input, Tensor output) {
        int size = network.outputShape().size();
        if (input.rows() == 0 || output.rows() != input.rows() || output.cols() != size) {
            throw new IllegalArgumentException(
                    "predicting " + input.describe() + " needs at least one row and an output of " + input.rows()
                            + " x " + size + ", but got " + output.describe());
        }
        return input.precision() == parameters.precision() ? input : input.to(parameters.precision());
    }

    /** Predicts some rows in a session, chunk by chunk. */
    static void predict(Inference session, Tensor in, Tensor output, int firstRow, int end) {
        if (in.rows() > CHUNK && session.couplingPath() != null) {
            throw new IllegalArgumentException(session.couplingPath() + ": this op couples the rows of a batch, so "
                    + in.rows() + " rows cannot be predicted in parts of " + CHUNK
                    + "; use a session with Network.inference(parameters, " + in.rows() + ")");
        }
        for (int from = firstRow; from < end; from += CHUNK) {
            Tensor y = session.run(in, from, Math.min(CHUNK, end - from));
            for (int r = 0; r < y.rows(); r++) {
                output.copyRowFrom(y, r, from + r);
            }
        }
    }

    Inference newSession() {
        return network.inference(parameters, CHUNK);
    }

    // Threads start looking at different slots, so that they rarely meet.
    private Inference claim() {
        int start = (int) Thread.currentThread().getId();
        for (int i = 0; i < SLOTS; i++) {
            int slot = (start + i) & (SLOTS - 1);
            Inference s = slots.get(slot);
            if (s != null && slots.compareAndSet(slot, s, null)) {
                return s;
            }
        }
        return newSession();
    }

    private void release(Inference session) {
        int start = (int) Thread.currentThread().getId();
        for (int i = 0; i < SLOTS; i++) {
            if (slots.compareAndSet((start + i) & (SLOTS - 1), null, session)) {
                return;
            }
        }
    }
}
