package io.github.smallnn.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Loss and metrics of a model on some data. Immutable, any thread.
 *
 * @param loss reduced loss
 * @param metrics figures by the names they were asked for, in that order
 */
public record Scores(double loss, Map<String, Double> metrics) {

    /**
     * Copies the map.
     *
     * @param loss reduced loss
     * @param metrics figures by name
     */
    public Scores {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * A figure by name.
     *
     * @param name name it was asked for by
     * @return the figure
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public double metric(String name) {
        Double value = metrics.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no metric '" + name + "'; there are " + metrics.keySet());
        }
        return value;
    }
}
