package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Names of the input columns, and errors that speak of them. */
final class ColumnNames {
    private ColumnNames() {}

    /** x0, x1, ... */
    static List<String> numbered(int features) {
        List<String> names = new ArrayList<>();
        for (int c = 0; c < features; c++) {
            names.add("x" + c);
        }
        return names;
    }

    static List<String> checked(List<String> names, int features) {
        List<String> copy = List.copyOf(names);
        if (copy.size() != features) {
            throw new IllegalArgumentException("there are " + features + " input columns, but " + copy.size()
                    + " names " + copy + "; give one name per column");
        }
        if (new HashSet<>(copy).size() != features) {
            throw new IllegalArgumentException("column names must differ, but are " + copy);
        }
        return copy;
    }

    /**
     * Refuses a NaN or infinity.
     *
     * @param firstRow number of the block's first row in the whole data
     */
    static void requireFinite(Dataset block, long firstRow, List<String> names) {
        Tensor x = block.inputs();
        long at = Kernels.of(x.precision()).firstNonFinite(x);
        if (at >= 0) {
            int column = (int) (at % x.cols());
            throw refusal("input", x, at, firstRow, " ('" + names.get(column) + "')");
        }
        Tensor y = block.targets();
        at = Kernels.of(y.precision()).firstNonFinite(y);
        if (at >= 0) {
            throw refusal("target", y, at, firstRow, "");
        }
    }

    private static IllegalArgumentException refusal(String what, Tensor t, long at, long firstRow, String name) {
        int row = (int) (at / t.cols());
        int column = (int) (at % t.cols());
        return new IllegalArgumentException(what + " row " + (firstRow + row) + ", column " + column + name + " is "
                + t.get(row, column) + "; remove or impute it before fitting");
    }
}
