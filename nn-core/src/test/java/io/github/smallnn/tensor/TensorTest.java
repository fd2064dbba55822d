package io.github.smallnn.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Construction, views, windows, folding and conversion of tensors in both precisions. */
class TensorTest {
    @Test
    void madeFromArraysAndMatrices() {
        assertThat(Tensor.of(new double[][] {{1, 2}, {3, 4}}).toRows()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(Tensor.column(1, 2, 3).describe()).isEqualTo("3 x 1");
        assertThat(Tensor.row(1, 2, 3).describe()).isEqualTo("1 x 3");
        DMatrixRMaj m = new DMatrixRMaj(new double[][] {{1, 2, 3}});
        DoubleTensor t = DoubleTensor.wrap(m);
        t.set(0, 1, 7);
        assertThat(m.get(0, 1)).isEqualTo(7);
        assertThat(t.matrix()).isSameAs(m);
        FMatrixRMaj f = new FMatrixRMaj(1, 2);
        FloatTensor.wrap(f).set(0, 1, 0.1);
        assertThat(f.get(0, 1)).isEqualTo(0.1f);
        assertThatThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3}})).hasMessageContaining("row 1 has 1 columns");
        assertThatThrownBy(() -> Tensor.of(new double[0][0])).hasMessageContaining("at least one row");
        assertThatThrownBy(() -> Tensor.of(2, 2, 1, 2, 3))
                .hasMessageContaining("4 values")
                .hasMessageContaining("3 were");
        assertThatThrownBy(() -> Tensor.buffer(Precision.FLOAT, 1 << 16, 1 << 16))
                .hasMessageContaining("2^31");
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void viewsSeeTheSameNumbers(Precision precision) {
        Tensor t = Tensor.of(3, 4, 0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23).to(precision);
        Tensor middle = t.columnRange(1, 3).rowRange(1, 3);
        assertThat(middle.toArray()).containsExactly(11, 12, 21, 22);
        middle.set(0, 0, -1);
        assertThat(t.get(1, 1)).isEqualTo(-1);
        middle.fill(5);
        assertThat(t.toArray()).containsExactly(0, 1, 2, 3, 10, 5, 5, 13, 20, 5, 5, 23);
        assertThat(middle.isContiguous()).isFalse();
        assertThatThrownBy(() -> middle.folded(1)).hasMessageContaining("copy()");
        assertThat(middle.copy().folded(1).toArray()).containsExactly(5, 5, 5, 5);
        assertThatThrownBy(() -> t.rowRange(2, 4)).hasMessageContaining("rows 2 to 4");
        assertThatThrownBy(() -> t.get(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> middle.get(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void onlyWholeTensorsHaveAMatrix() {
        DoubleTensor t = Tensor.of(2, 2, 1, 2, 3, 4);
        assertThatThrownBy(() -> t.rowRange(0, 1).matrix())
                .hasMessageContaining("view")
                .hasMessageContaining("copy()");
        assertThat(((DoubleTensor) t.rowRange(0, 1).copy()).matrix().get(0, 1)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void windowsAndBuffersMove(Precision precision) {
        Tensor t = Tensor.of(3, 2, 1, 2, 3, 4, 5, 6).to(precision);
        Tensor w = Tensor.window(precision, 2);
        w.rebind(t, 1, 2);
        assertThat(w.toArray()).containsExactly(3, 4, 5, 6);
        assertThat(w.folded(1).rows()).isEqualTo(4);
        w.rebind(t, 0, 1);
        assertThat(w.folded(1).toArray()).containsExactly(1, 2);
        assertThatThrownBy(() -> w.rebind(t, 2, 2)).hasMessageContaining("rows 2 to 4");
        assertThatThrownBy(() -> w.rebind(Tensor.zeros(precision, 3, 3), 0, 1)).hasMessageContaining("3 x 3");
        assertThatThrownBy(() -> t.rebind(t, 0, 1)).isInstanceOf(IllegalStateException.class);
        Tensor b = Tensor.buffer(precision, 4, 3);
        b.useRows(2);
        assertThat(b.describe()).isEqualTo("2 x 3");
        assertThatThrownBy(() -> b.useRows(5)).hasMessageContaining("buffer for 4");
        assertThatThrownBy(() -> t.useRows(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void parametersFoldBothWays() {
        Tensor t = Tensor.of(2, 3, 1, 2, 3, 4, 5, 6);
        assertThat(t.folded(6).describe()).isEqualTo("1 x 6");
        assertThat(t.folded(2).get(2, 1)).isEqualTo(6);
        assertThat(t.folded(3)).isSameAs(t);
        assertThatThrownBy(() -> t.folded(4)).hasMessageContaining("rows of 4");
    }

    @Test
    void conversionRoundsAndCopiesRows() {
        Tensor d = Tensor.row(0.1, 1e300, -0.0);
        Tensor f = d.to(Precision.FLOAT);
        assertThat(f.toArray()).containsExactly(0.1f, Double.POSITIVE_INFINITY, -0.0);
        Tensor back = f.to(Precision.DOUBLE);
        assertThat(back.get(0, 0)).isEqualTo((double) 0.1f);
        assertThatThrownBy(() -> d.copyFrom(Tensor.row(1, 2)))
                .hasMessageContaining("1 x 2")
                .hasMessageContaining("1 x 3");
        assertThatThrownBy(() -> d.copyRowFrom(Tensor.row(1, 2), 0, 0)).hasMessageContaining("2 columns");
    }

    @Test
    void argmaxTakesTheFirstAndShowsNan() {
        Tensor t = Tensor.of(3, 3, 1, 3, 3, Double.NaN, 9, 2, 5, Double.NaN, Double.NaN);
        assertThat(t.argmax(0)).isEqualTo(1);
        assertThat(t.argmax(1)).isEqualTo(0);
        assertThat(t.argmax(2)).isEqualTo(1);
    }

    @Test
    void shapesCheckTheirAxes() {
        Shape s = Shape.of(2, 3, 4);
        assertThat(s.size()).isEqualTo(24);
        assertThat(s.last()).isEqualTo(4);
        assertThat(s.withLast(5)).isEqualTo(Shape.of(2, 3, 5)).hasSameHashCodeAs(Shape.of(2, 3, 5));
        assertThat(s.parameterRows()).isEqualTo(2);
        assertThat(s.parameterCols()).isEqualTo(12);
        assertThat(Shape.of(7).parameterRows()).isEqualTo(1);
        assertThat(s).hasToString("[2, 3, 4]");
        assertThatThrownBy(() -> Shape.of()).hasMessageContaining("at least one axis");
        assertThatThrownBy(() -> Shape.of(3, 0)).hasMessageContaining("[3, 0]");
        assertThatThrownBy(() -> Shape.of(1 << 16, 1 << 16)).hasMessageContaining("2^31-1");
    }

    @Test
    void textShowsTheCorner() {
        assertThat(Tensor.of(2, 2, 1, 2, 3, 4).toString()).isEqualTo("double 2 x 2\n  [1.0, 2.0]\n  [3.0, 4.0]");
        assertThat(Tensor.zeros(Precision.FLOAT, 20, 20).toString())
                .contains("...]")
                .endsWith("...");
    }
}
