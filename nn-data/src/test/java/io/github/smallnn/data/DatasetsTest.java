package io.github.smallnn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sizes, class counts and means of the data sets, as scikit-learn's loaders have them. */
class DatasetsTest {
    @Test
    void iris() {
        CsvTable iris = Datasets.iris();
        assertThat(iris.data().inputs().describe()).isEqualTo("150 x 4");
        assertThat(iris.inputNames()).containsExactly("sepal_length", "sepal_width", "petal_length", "petal_width");
        assertThat(iris.classes()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(counts(iris)).containsExactly(50, 50, 50);
        assertThat(mean(iris, 0)).isCloseTo(5.843333333333334, within(1e-12));
        assertThat(mean(iris, 3)).isCloseTo(1.1993333333333336, within(1e-12));
    }

    @Test
    void digits() {
        CsvTable digits = Datasets.digits();
        assertThat(digits.data().inputs().describe()).isEqualTo("1797 x 64");
        assertThat(digits.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(counts(digits)).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        double[] pixels = digits.data().inputs().toArray();
        assertThat(Arrays.stream(pixels).max().orElseThrow()).isEqualTo(16);
        assertThat(Arrays.stream(pixels).sum()).isEqualTo(561718);
    }

    private static int[] counts(CsvTable table) {
        int[] counts = new int[table.classes().size()];
        for (double k : table.data().targets().toArray()) {
            counts[(int) k]++;
        }
        return counts;
    }

    private static double mean(CsvTable table, int column) {
        return Arrays.stream(
                        table.data().inputs().columnRange(column, column + 1).toArray())
                .average()
                .orElseThrow();
    }
}
