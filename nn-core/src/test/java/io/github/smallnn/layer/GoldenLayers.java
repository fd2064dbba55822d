package io.github.smallnn.layer;

import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenValue;

/** The layers of golden/layers.json, by PyTorch's class names and arguments. */
final class GoldenLayers {
    private GoldenLayers() {}

    static Layer of(GoldenCase c) {
        GoldenValue config = c.get("config");
        return switch (c.get("layer").asText()) {
            case "Linear" -> {
                Dense dense = Layers.dense(config.get("out_features").asInt());
                yield config.has("bias") && !config.get("bias").asBoolean() ? dense.withoutBias() : dense;
            }
            case "Conv1d" -> conv(config, 1);
            case "Conv2d" -> conv(config, 2);
            case "MaxPool1d" -> maxPool(config, 1);
            case "MaxPool2d" -> maxPool(config, 2);
            case "AvgPool1d" -> averagePool(config, 1);
            case "AvgPool2d" -> averagePool(config, 2);
            case "Softmax" ->
                config.get("dim").asInt() == 0
                        ? Activations.softmaxOverBatch()
                        : Activations.softmax(config.get("dim").asInt() - 1);
            case "PReLU" -> new PRelu(config.get("num_parameters").asInt(), number(config, "init", 0.25));
            case "Embedding" -> {
                int count = config.get("num_embeddings").asInt();
                Embedding e = new Embedding(count, config.get("embedding_dim").asInt());
                yield config.has("padding_idx")
                        ? e.withPadding(config.get("padding_idx").asInt())
                        : e;
            }
            case "LogSoftmax" -> Layers.logSoftmax();
            case "LayerNorm" -> {
                GoldenValue shape = config.get("normalized_shape");
                boolean affine = !config.has("elementwise_affine")
                        || config.get("elementwise_affine").asBoolean();
                int axes = shape.isList() ? shape.items().size() : 1;
                yield new LayerNorm(axes, number(config, "eps", 1e-5), affine);
            }
            default -> activation(c.get("layer").asText(), config);
        };
    }

    private static Layer activation(String name, GoldenValue config) {
        return switch (name) {
            case "ReLU" -> Layers.relu();
            case "LeakyReLU" -> Layers.leakyRelu(number(config, "negative_slope", 0.01));
            case "Sigmoid" -> Layers.sigmoid();
            case "Tanh" -> Layers.tanh();
            case "Softplus" -> Layers.softplus(number(config, "beta", 1), number(config, "threshold", 20));
            case "ELU" -> Activations.elu(number(config, "alpha", 1));
            case "CELU" -> Activations.celu(number(config, "alpha", 1));
            case "SELU" -> Activations.selu();
            case "GELU" -> config.has("approximate") ? Activations.geluTanh() : Activations.gelu();
            case "SiLU" -> Activations.silu();
            case "Mish" -> Activations.mish();
            case "Hardtanh" -> Activations.hardtanh(number(config, "min_val", -1), number(config, "max_val", 1));
            case "ReLU6" -> Activations.relu6();
            case "Hardsigmoid" -> Activations.hardsigmoid();
            case "Hardswish" -> Activations.hardswish();
            case "Softsign" -> Activations.softsign();
            case "Softshrink" -> Activations.softshrink(number(config, "lambd", 0.5));
            case "Tanhshrink" -> Activations.tanhshrink();
            case "LogSigmoid" -> Activations.logSigmoid();
            default -> throw new IllegalArgumentException("no layer for " + name);
        };
    }

    private static Layer conv(GoldenValue config, int axes) {
        int channels = config.get("out_channels").asInt();
        int[] kernel = integers(config, "kernel_size", 0);
        Conv conv = (axes == 1 ? Layers.conv1d(channels, kernel[0]) : Layers.conv2d(channels, kernel))
                .stride(integers(config, "stride", 1))
                .padding(integers(config, "padding", 0))
                .dilation(integers(config, "dilation", 1))
                .groups(integers(config, "groups", 1)[0]);
        return config.has("bias") && !config.get("bias").asBoolean() ? conv.withoutBias() : conv;
    }

    private static Layer maxPool(GoldenValue config, int axes) {
        int[] kernel = integers(config, "kernel_size", 0);
        MaxPooling pool = axes == 1 ? Layers.maxPool1d(kernel[0]) : Layers.maxPool2d(kernel);
        pool = config.has("stride") ? pool.stride(integers(config, "stride", 0)) : pool;
        return pool.padding(integers(config, "padding", 0));
    }

    private static Layer averagePool(GoldenValue config, int axes) {
        int[] kernel = integers(config, "kernel_size", 0);
        AveragePooling pool = axes == 1 ? Layers.averagePool1d(kernel[0]) : Layers.averagePool2d(kernel);
        pool = config.has("stride") ? pool.stride(integers(config, "stride", 0)) : pool;
        pool = pool.padding(integers(config, "padding", 0));
        boolean counted = !config.has("count_include_pad")
                || config.get("count_include_pad").asBoolean();
        return counted ? pool : pool.withoutCountingPadding();
    }

    /** One number per axis, or one for all. */
    private static int[] integers(GoldenValue config, String name, int byDefault) {
        if (!config.has(name)) {
            return new int[] {byDefault};
        }
        GoldenValue v = config.get(name);
        return v.isList() ? v.items().stream().mapToInt(GoldenValue::asInt).toArray() : new int[] {v.asInt()};
    }

    private static double number(GoldenValue config, String name, double byDefault) {
        return config.has(name) ? config.get(name).asDouble() : byDefault;
    }

    /** Whether PyTorch stores a parameter transposed. */
    static boolean transposed(GoldenCase c, String name) {
        return c.get("layer").asText().equals("Linear") && name.equals("weight")
                || name.equals("weight_ih_l0")
                || name.equals("weight_hh_l0");
    }

    /** The path of the parameter that PyTorch calls by a name. */
    static String path(ParameterSet p, String name) {
        return p.paths().stream()
                .filter(path -> path.endsWith("/" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no parameter '" + name + "' in " + p.paths()));
    }
}
