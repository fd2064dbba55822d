package io.github.smallnn.examples;

import io.github.smallnn.graph.Dataset;

/**
 * The second document's training: its own updates ({@link SixWeights#updated}), sample by sample in the order of
 * the data.
 *
 * @param firstRmse error over all samples after the first sample
 * @param epochRmse error over all samples after each epoch
 * @param weights the weights at the end
 */
record DocumentTraining(double firstRmse, double[] epochRmse, SixWeights weights) {

    static DocumentTraining run(Dataset data, SixWeights start, double rate, int epochs) {
        double[][] x = data.inputs().toRows();
        double[] y = data.targets().toArray();
        SixWeights w = start.updated(x[0][0], x[0][1], y[0], rate);
        double first = rmse(w, x, y);
        double[] rmse = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = epoch == 0 ? 1 : 0; i < y.length; i++) {
                w = w.updated(x[i][0], x[i][1], y[i], rate);
            }
            rmse[epoch] = rmse(w, x, y);
        }
        return new DocumentTraining(first, rmse, w);
    }

    private static double rmse(SixWeights w, double[][] x, double[] y) {
        double[] predictions = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            predictions[i] = w.predict(x[i][0], x[i][1]);
        }
        return NumpyRmse.of(y, predictions);
    }
}
