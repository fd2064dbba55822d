package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;

/**
 * Clusters of points with their true centres. The tensors belong to the holder of this value.
 *
 * @param data the points, and the number of each point's cluster as the target
 * @param centers clusters x features
 */
public record Blobs(Dataset data, Tensor centers) {}
