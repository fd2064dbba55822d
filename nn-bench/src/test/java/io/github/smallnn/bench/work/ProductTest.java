package io.github.smallnn.bench.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of a product accepts the right numbers and no others. */
class ProductTest {
    private static final double U = 0x1p-53;

    private static double exact(Product p, int i, int j) {
        double c = 0;
        for (int q = 0; q < p.k(); q++) {
            double x = p.form().transA() ? p.a()[q * p.m() + i] : p.a()[i * p.k() + q];
            double y = p.form().transB() ? p.b()[j * p.k() + q] : p.b()[q * p.n() + j];
            c = Math.fma(x, y, c);
        }
        return c;
    }

    @ParameterizedTest
    @EnumSource(Product.Form.class)
    void theProductPassesAndAWrongElementDoesNot(Product.Form form) {
        Product p = Product.of("5x4x9", form);
        assertThat(p.check(U, (i, j) -> exact(p, i, j))).isBetween(0.0, 1.0);
        assertThatThrownBy(() -> p.check(U, (i, j) -> exact(p, i, j) + (i == 4 && j == 3 ? 1e-12 : 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("(4, 3)")
                .hasMessageContaining("5 x 4 x 9");
        assertThatThrownBy(() -> p.check(U, (i, j) -> Double.NaN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFormsDiffer() {
        Product p = Product.of("6x6x6", Product.Form.AB);
        Product transposed = Product.of("6x6x6", Product.Form.ATB);
        assertThatThrownBy(() -> transposed.check(U, (i, j) -> exact(p, i, j)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3x4", "3x4x0", "3x4x-1", "3*4*5", "3x4x5x6"})
    void badSizesAreNamed(String size) {
        assertThatThrownBy(() -> Product.of(size, Product.Form.AB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + size + "'");
    }
}
