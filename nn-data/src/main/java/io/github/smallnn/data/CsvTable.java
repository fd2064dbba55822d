package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link Csv} reader found.
 *
 * @param data inputs and targets in double precision, one row per record
 * @param inputNames names of the input columns
 * @param targetNames names of the target columns
 * @param classes the class labels, where the target is a class: target value k means label number k; empty
 *     otherwise
 * @param categories the texts of each input column of categories, by the column's name: value k means text number k
 */
public record CsvTable(
        Dataset data,
        List<String> inputNames,
        List<String> targetNames,
        List<String> classes,
        Map<String, List<String>> categories) {

    /**
     * Copies the lists.
     *
     * @param data inputs and targets in double precision, one row per record
     * @param inputNames names of the input columns
     * @param targetNames names of the target columns
     * @param classes the class labels, where the target is a class: target value k means label number k
     * @param categories the texts of each input column of categories, by the column's name
     */
    public CsvTable {
        inputNames = List.copyOf(inputNames);
        targetNames = List.copyOf(targetNames);
        classes = List.copyOf(classes);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        categories.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
        categories = Collections.unmodifiableMap(copy);
    }
}
