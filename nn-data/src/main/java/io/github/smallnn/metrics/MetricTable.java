package io.github.smallnn.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every metric of the library, once. */
final class MetricTable {
    private static final String SCORES = "scores of each class, or one logit";
    private static final String RANKS = "scores of class 1";
    private static final String CLASSES = "scores of each class";
    private static final String CHANCES = "probabilities of each class, or of class 1";
    private static final String NUMBERS = "numbers";
    private static final String ARGMAX = "takes scores instead of labels";

    private MetricTable() {}

    static List<MetricEntry> entries() {
        List<MetricEntry> t = new ArrayList<>();
        classification(t);
        ranking(t);
        regression(t);
        return List.copyOf(t);
    }

    private static void classification(List<MetricEntry> t) {
        t.add(new MetricEntry("accuracy", Metrics.accuracy(), SCORES, "accuracy_score", ARGMAX));
        t.add(new MetricEntry("label_accuracy", Metrics.labelAccuracy(), "labels", "accuracy_score", ""));
        t.add(new MetricEntry(
                "top_2_accuracy",
                Metrics.topAccuracy(2),
                CLASSES,
                "top_k_accuracy_score(k=2)",
                "a NaN score is a miss"));
        t.add(new MetricEntry(
                "balanced_accuracy", Metrics.balancedAccuracy(), SCORES, "balanced_accuracy_score", ARGMAX));
        t.add(new MetricEntry("cohen_kappa", Metrics.cohenKappa(), SCORES, "cohen_kappa_score", ARGMAX));
        t.add(new MetricEntry("matthews_corrcoef", Metrics.matthewsCorrelation(), SCORES, "matthews_corrcoef", ARGMAX));
        for (Average average : Average.values()) {
            String suffix = average.name().toLowerCase(Locale.ROOT);
            String arguments = "(average=\"" + suffix + "\", zero_division=0)";
            t.add(new MetricEntry(
                    "precision_" + suffix, Metrics.precision(average), SCORES, "precision_score" + arguments, ARGMAX));
            t.add(new MetricEntry(
                    "recall_" + suffix, Metrics.recall(average), SCORES, "recall_score" + arguments, ARGMAX));
            t.add(new MetricEntry("f1_" + suffix, Metrics.f1(average), SCORES, "f1_score" + arguments, ARGMAX));
        }
    }

    private static void ranking(List<MetricEntry> t) {
        t.add(new MetricEntry("roc_auc", Metrics.rocAuc(), RANKS, "roc_auc_score", ""));
        t.add(new MetricEntry(
                "average_precision",
                Metrics.averagePrecision(),
                RANKS,
                "average_precision_score",
                "an error if no row is of class 1"));
        String columns = "columns need not sum to 1";
        t.add(new MetricEntry(
                "roc_auc_ovr_macro",
                MultiClassAuc.ONE_VERSUS_REST_MACRO,
                CLASSES,
                "roc_auc_score(multi_class=\"ovr\")",
                columns));
        t.add(new MetricEntry(
                "roc_auc_ovr_weighted",
                MultiClassAuc.ONE_VERSUS_REST_WEIGHTED,
                CLASSES,
                "roc_auc_score(multi_class=\"ovr\", average=\"weighted\")",
                columns));
        t.add(new MetricEntry(
                "roc_auc_ovo_macro",
                MultiClassAuc.ONE_VERSUS_ONE_MACRO,
                CLASSES,
                "roc_auc_score(multi_class=\"ovo\")",
                columns));
        t.add(new MetricEntry(
                "log_loss", Metrics.logLoss(), CHANCES, "log_loss(eps=1e-15)", "what is no probability is an error"));
        t.add(new MetricEntry(
                "brier", Metrics.brier(), "probabilities of class 1", "brier_score_loss", "classes are 0 and 1"));
    }

    private static void regression(List<MetricEntry> t) {
        t.add(new MetricEntry("mse", Metrics.mse(), NUMBERS, "mean_squared_error", ""));
        t.add(new MetricEntry("rmse", Metrics.rmse(), NUMBERS, "mean_squared_error(squared=False)", ""));
        t.add(new MetricEntry("mae", Metrics.mae(), NUMBERS, "mean_absolute_error", ""));
        t.add(new MetricEntry("mape", Metrics.mape(), NUMBERS, "mean_absolute_percentage_error", ""));
        t.add(new MetricEntry("msle", Metrics.msle(), NUMBERS, "mean_squared_log_error", ""));
        t.add(new MetricEntry(
                "median_absolute_error", Metrics.medianAbsoluteError(), NUMBERS, "median_absolute_error", ""));
        t.add(new MetricEntry(
                "max_error",
                Metrics.maxError(),
                NUMBERS,
                "max_error",
                "takes several targets (mean of their figures) and leaves out rows of weight 0"));
        t.add(new MetricEntry("r2", Metrics.r2(), NUMBERS, "r2_score", ""));
        t.add(new MetricEntry(
                "r2_variance_weighted",
                Metrics.r2VarianceWeighted(),
                NUMBERS,
                "r2_score(multioutput=\"variance_weighted\")",
                ""));
        t.add(new MetricEntry(
                "explained_variance", Metrics.explainedVariance(), NUMBERS, "explained_variance_score", ""));
    }
}
