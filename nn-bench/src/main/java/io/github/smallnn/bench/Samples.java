package io.github.smallnn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What JMH measured in some JVMs, iteration by iteration: read from its JSON, condensed when all are there. */
final class Samples {
    private record Key(String benchmark, Map<String, String> parameters) {}

    private record Series(List<Double> nanos, Map<String, List<Double>> figures) {}

    private final Map<Key, Series> series = new LinkedHashMap<>();

    /**
     * Adds the results of a JVM.
     *
     * @param file JMH's JSON
     * @param suffix put behind the names of the library's contestants
     * @throws IOException if the file cannot be read
     */
    void add(Path file, String suffix) throws IOException {
        for (JsonNode result : new ObjectMapper().readTree(file.toFile())) {
            String method = result.path("benchmark").asText();
            String type = method.substring(0, method.lastIndexOf('.'));
            Map<String, String> parameters = new TreeMap<>();
            result.path("params")
                    .properties()
                    .forEach(p -> parameters.put(p.getKey(), p.getValue().asText()));
            parameters.computeIfPresent("by", (k, by) -> Contest.isOurs(by) ? by + suffix : by);
            Key key = new Key(type.substring(type.lastIndexOf('.') + 1), parameters);
            Series s = series.computeIfAbsent(key, k -> new Series(new ArrayList<>(), new TreeMap<>()));
            JsonNode primary = result.path("primaryMetric");
            require(primary.path("scoreUnit").asText().equals("ns/op"), key + " is not in ns/op");
            s.nanos().addAll(raw(primary));
            result.path("secondaryMetrics")
                    .properties()
                    .forEach(p -> s.figures()
                            .computeIfAbsent(p.getKey(), k -> new ArrayList<>())
                            .addAll(raw(p.getValue())));
        }
    }

    /** All that was added, in the order of first appearance. */
    List<Measured> condense() {
        List<Measured> all = new ArrayList<>();
        series.forEach((key, s) -> {
            double[] nanos = sorted(s.nanos());
            Map<String, Double> figures = new TreeMap<>();
            s.figures().forEach((name, values) -> {
                double[] v = sorted(values);
                figures.put(name, Measured.isMedian(name) ? median(v) : v[v.length - 1]);
            });
            all.add(new Measured(
                    key.benchmark(),
                    key.parameters(),
                    median(nanos),
                    nanos[0],
                    nanos[nanos.length - 1],
                    nanos.length,
                    figures));
        });
        return all;
    }

    /** The figures of all forks and iterations; JMH writes those that are not numbers as text. */
    private static List<Double> raw(JsonNode metric) {
        List<Double> values = new ArrayList<>();
        for (JsonNode fork : metric.path("rawData")) {
            fork.forEach(v -> values.add(v.isTextual() ? Double.valueOf(v.asText()) : Double.valueOf(v.asDouble())));
        }
        return values;
    }

    private static double[] sorted(List<Double> values) {
        require(!values.isEmpty(), "a result without iterations");
        double[] v = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(v);
        return v;
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("JMH's results cannot be read: " + what);
        }
    }
}
