package io.github.smallnn.examples;

/**
 * What repeated updates of a {@link LinearUnit} come to.
 *
 * <p>The document's "mean squared error" is neither: it takes one more update on a copy of the weights and keeps
 * the signed error after that. Its figures are kept as they are, beside the squared error that the name promises.
 *
 * @param documentError the document's figure after each update
 * @param squaredError the squared error after each update
 */
record UpdateHistory(double[] documentError, double[] squaredError) {
    private static final double RATE_OF_DOCUMENT_ERROR = 0.01;

    static UpdateHistory of(LinearUnit start, double[] input, double target, double rate, int updates) {
        double[] document = new double[updates];
        double[] squared = new double[updates];
        LinearUnit unit = start;
        for (int i = 0; i < updates; i++) {
            unit = unit.updated(input, target, rate);
            double error = unit.predict(input) - target;
            squared[i] = error * error;
            document[i] = unit.updated(input, target, RATE_OF_DOCUMENT_ERROR).predict(input) - target;
        }
        return new UpdateHistory(document, squared);
    }
}
