package io.github.smallnn.bench.work;

/** One implementation of a {@link PredictJob}. Owns its buffers, belongs to one thread. */
public interface Predictor {

    /**
     * Predicts a batch.
     *
     * @param set which batch, below {@link PredictJob#sets()}
     */
    void predict(int set);

    /**
     * An output of the last prediction.
     *
     * @param row row of the batch
     * @param col output
     * @return its value
     */
    double get(int row, int col);
}
