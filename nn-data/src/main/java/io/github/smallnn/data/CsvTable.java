package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import java.util.List;

/**
 * What a {@link Csv} reader found.
 *
 * @param data inputs and targets in double precision, one row per record
 * @param inputNames names of the input columns
 * @param targetNames names of the target columns
 * @param classes the class labels, where the target is a class: target value k means label number k; empty
 *     otherwise
 */
public record CsvTable(Dataset data, List<String> inputNames, List<String> targetNames, List<String> classes) {

    /**
     * Copies the lists.
     *
     * @param data inputs and targets in double precision, one row per record
     * @param inputNames names of the input columns
     * @param targetNames names of the target columns
     * @param classes the class labels, where the target is a class: target value k means label number k
     */
    public CsvTable {
        inputNames = List.copyOf(inputNames);
        targetNames = List.copyOf(targetNames);
        classes = List.copyOf(classes);
    }
}
