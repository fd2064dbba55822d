package io.github.smallnn.bench;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * One line of JMH's results.
 *
 * @param benchmark simple name of the benchmark class
 * @param parameters its parameters
 * @param nanos median time of an operation
 * @param low fastest iteration
 * @param high slowest iteration
 * @param samples number of iterations
 * @param figures secondary results by name
 */
record Measured(
        String benchmark,
        Map<String, String> parameters,
        double nanos,
        double low,
        double high,
        int samples,
        Map<String, Double> figures) {

    /** Condenses a result. */
    static Measured of(RunResult result) {
        BenchmarkParams p = result.getParams();
        Map<String, String> parameters = new TreeMap<>();
        for (String key : p.getParamsKeys()) {
            parameters.put(key, p.getParam(key));
        }
        Map<String, Double> figures = new TreeMap<>();
        result.getSecondaryResults().forEach((name, r) -> figures.put(name, condensed(name, r.getStatistics())));
        String method = p.getBenchmark();
        String type = method.substring(0, method.lastIndexOf('.'));
        Statistics s = result.getPrimaryResult().getStatistics();
        return new Measured(
                type.substring(type.lastIndexOf('.') + 1),
                parameters,
                s.getPercentile(50),
                s.getMin(),
                s.getMax(),
                (int) s.getN(),
                figures);
    }

    /** Whether the contestant could not run, so that nothing was timed. */
    boolean missing() {
        return figures.getOrDefault("missing", 0.0) != 0;
    }

    /** Whether the median of a figure counts, as of a percentile; of all others the largest does. */
    static boolean isMedian(String figure) {
        return figure.matches("p\\d+|clock");
    }

    // A figure of ours is the same in all iterations, and of allocation the worst counts.
    private static double condensed(String name, Statistics s) {
        return isMedian(name) ? s.getPercentile(50) : s.getMax();
    }

    String parameter(String name) {
        return parameters.get(name);
    }

    /** A secondary result; one that is missing is an error of the benchmark. */
    double figure(String name) {
        Double v = figures.get(name);
        if (v == null) {
            throw new IllegalStateException(
                    benchmark + parameters + " did not report '" + name + "', only " + figures.keySet());
        }
        return v;
    }

    /** All parameters but the contestant: what contestants are compared within. */
    Map<String, String> contest() {
        Map<String, String> rest = new TreeMap<>(parameters);
        rest.remove("by");
        return rest;
    }
}
