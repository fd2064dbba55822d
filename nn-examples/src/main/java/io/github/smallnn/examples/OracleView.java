package io.github.smallnn.examples;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.linear.Descent;
import io.github.smallnn.linear.Head;
import io.github.smallnn.linear.Limit;
import io.github.smallnn.linear.Oracle;

/**
 * What the closed form says about a network, as text and as figures under a prefix: {@code .loss}, {@code
 * .optimal_loss} and {@code .loss_gap} of a network that is linear in effect, with {@code .stable_rate}, {@code
 * .best_rate}, {@code .condition_number}, {@code .contraction} and {@code .steps} (to a gap of 1e-10) if it is a single
 * layer; {@code .cause} and {@code .limit}, two texts, where a rate of plain descent is known; {@code .head.loss} and
 * {@code .head.solved_loss} of any other network that ends in a linear layer.
 */
final class OracleView {
    /** Relative distance from the optimum that steps are counted to. */
    static final double GOAL = 1e-10;

    private final Report report;
    private final String prefix;

    OracleView(Report report, String prefix) {
        this.report = report;
        this.prefix = prefix;
    }

    /** The whole network if it is linear in effect, else its head, else why neither can be. */
    void network(Model model, Dataset data, PlainDescent descent) {
        Oracle oracle;
        try {
            oracle = Oracle.of(model, data);
        } catch (IllegalArgumentException notLinear) {
            report.line("Not held against least squares as a whole: %s", notLinear.getMessage());
            head(model, data);
            return;
        }
        comparison(oracle);
        descent.limit(oracle, data.rows())
                .ifPresentOrElse(this::limit, () -> report.line("What limits it is known for plain descent alone."));
    }

    private void head(Model model, Dataset data) {
        Head head;
        try {
            head = Head.of(model, data);
        } catch (IllegalArgumentException noHead) {
            report.line("Nor is its last layer: %s", noHead.getMessage());
            return;
        }
        report.figure(prefix + ".head.loss", head.loss());
        report.figure(prefix + ".head.solved_loss", head.solvedLoss());
        report.line("%s", head);
    }

    /** A network whose training diverged, as it was before: its rates, and what is wrong with the one it was given. */
    void diverged(Model start, Dataset data, PlainDescent descent) {
        Oracle oracle;
        try {
            oracle = Oracle.of(start, data);
        } catch (IllegalArgumentException notLinear) {
            report.line("Least squares cannot tell why: %s", notLinear.getMessage());
            return;
        }
        oracle.descent().ifPresent(this::rates);
        descent.limit(oracle, data.rows()).ifPresent(this::limit);
    }

    /** Losses, rates, and the oracle's own table. */
    void comparison(Oracle oracle) {
        report.figure(prefix + ".loss", oracle.loss());
        report.figure(prefix + ".optimal_loss", oracle.optimalLoss());
        report.figure(prefix + ".loss_gap", oracle.lossGap());
        oracle.descent().ifPresent(this::rates);
        report.line("%s", oracle.toString().stripTrailing());
    }

    private void rates(Descent d) {
        report.figure(prefix + ".stable_rate", d.largestStableRate());
        report.figure(prefix + ".best_rate", d.bestRate());
        report.figure(prefix + ".condition_number", d.conditionNumber());
        report.figure(prefix + ".contraction", d.bestContraction());
        report.figure(prefix + ".steps", d.steps(GOAL));
    }

    /** What keeps a network from the optimum. */
    void limit(Limit limit) {
        report.figure(prefix + ".cause", limit.cause().name());
        report.figure(prefix + ".limit", limit.sentence());
        report.line("%s", limit.sentence());
    }
}
