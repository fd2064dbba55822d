package io.github.smallnn.train;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Evaluation;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Metric;
import io.github.smallnn.graph.Model;
import io.github.smallnn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The loss over a whole dataset the way predictions are made, in chunks, and the predictions if wanted. Confined. */
final class Scoring {
    private static final int CHUNK = 256;

    private final Model model;
    private final Dataset data;
    private final Evaluation session;
    private final Batch batch;
    private final int[] rows;

    Scoring(Model model, Loss loss, Dataset data) {
        this.model = model;
        this.data = data;
        this.session = model.network().evaluation(model.parameters(), loss, Math.min(CHUNK, data.rows()));
        this.batch = new Batch(data, 1);
        this.rows = RowOrder.ascending(data.rows());
    }

    double loss() {
        return loss(null);
    }

    /** The loss with figures of the predictions. */
    Scores scores(Map<String, Metric> metrics) {
        Tensor predictions = Tensor.zeros(
                model.parameters().precision(),
                data.rows(),
                model.network().outputShape().size());
        double total = loss(predictions);
        Map<String, Double> figures = new LinkedHashMap<>();
        metrics.forEach((name, metric) -> figures.put(name, metric.of(predictions, data.targets())));
        return new Scores(total, figures);
    }

    /** The loss; predictions are written to a tensor of as many rows, or nowhere if it is null. */
    private double loss(Tensor predictions) {
        session.begin();
        for (int from = 0; from < data.rows(); from += session.maxBatch()) {
            batch.show(rows, from, Math.min(session.maxBatch(), data.rows() - from));
            session.add(batch.inputs(), batch.targets(), batch.weights());
            if (predictions != null) {
                for (int r = 0; r < session.output().rows(); r++) {
                    predictions.copyRowFrom(session.output(), r, from + r);
                }
            }
        }
        return session.loss();
    }
}
