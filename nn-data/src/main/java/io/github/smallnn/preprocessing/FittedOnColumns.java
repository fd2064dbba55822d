package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What {@link OnColumns} learned from data: the fitted change of its columns. Immutable, any thread. */
public final class FittedOnColumns implements InvertibleTransform {
    private final FittedTransform changed;
    private final int[] chosen;
    private final int[] others;

    FittedOnColumns(FittedTransform changed, int[] chosen, int columns) {
        this.changed = changed;
        this.chosen = chosen;
        this.others = IntStream.range(0, columns)
                .filter(c -> Arrays.stream(chosen).noneMatch(d -> d == c))
                .toArray();
    }

    /**
     * The fitted change.
     *
     * @return what is done with the columns
     */
    public FittedTransform changed() {
        return changed;
    }

    @Override
    public int inputColumns() {
        return chosen.length + others.length;
    }

    @Override
    public int outputColumns() {
        return changed.outputColumns() + others.length;
    }

    static Tensor pick(Tensor x, int[] columns) {
        Tensor picked = Tensor.zeros(x.precision(), x.rows(), columns.length);
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < columns.length; c++) {
                picked.set(r, c, x.get(r, columns[c]));
            }
        }
        return picked;
    }

    @Override
    public Tensor transform(Tensor x) {
        Cells.requireColumns(x, inputColumns());
        Tensor made = changed.transform(pick(x, chosen));
        Tensor z = Tensor.zeros(x.precision(), x.rows(), outputColumns());
        z.columnRange(0, made.cols()).copyFrom(made);
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < others.length; c++) {
                z.set(r, made.cols() + c, x.get(r, others[c]));
            }
        }
        return z;
    }

    /**
     * Undoes the change and puts all columns back in their places.
     *
     * @param z rows x {@link #outputColumns()}. Not modified.
     * @return a new tensor of rows x {@link #inputColumns()} with the same precision
     * @throws IllegalArgumentException if the number of columns differs or the change refuses a value
     * @throws IllegalStateException if the change cannot be undone
     */
    @Override
    public Tensor inverseTransform(Tensor z) {
        Cells.requireColumns(z, outputColumns());
        if (!(changed instanceof InvertibleTransform invertible)) {
            throw new IllegalStateException(changed.getClass().getSimpleName() + " cannot be undone");
        }
        int width = changed.outputColumns();
        Tensor back = invertible.inverseTransform(z.columnRange(0, width));
        Tensor x = Tensor.zeros(z.precision(), z.rows(), inputColumns());
        for (int r = 0; r < z.rows(); r++) {
            for (int c = 0; c < chosen.length; c++) {
                x.set(r, chosen[c], back.get(r, c));
            }
            for (int c = 0; c < others.length; c++) {
                x.set(r, others[c], z.get(r, width + c));
            }
        }
        return x;
    }
}
