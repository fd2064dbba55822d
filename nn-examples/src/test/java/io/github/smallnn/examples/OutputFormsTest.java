package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON, tables, and the root mean squared error in NumPy's order. */
class OutputFormsTest {

    @Test
    void jsonKeepsEveryBitAndEveryName() throws Exception {
        Json json = new Json(Json.NonFinite.TEXT);
        double[] values = {0.1 + 0.2, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, 1e-5};
        String name = "a \"quoted\" \\ name\n";
        json.put(name, values);
        json.put("edges", new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        json.put("rows", new double[][] {{1}, {2}});
        JsonNode read = new ObjectMapper().readTree(json.toString());
        for (int i = 0; i < values.length; i++) {
            assertThat(Double.doubleToRawLongBits(read.get(name).get(i).doubleValue()))
                    .isEqualTo(Double.doubleToRawLongBits(values[i]));
        }
        assertThat(read.get("edges").toString()).isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
        assertThat(read.get("rows").get(1).get(0).doubleValue()).isEqualTo(2);
        assertThatThrownBy(() -> json.put("rows", 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void jsonWritesNullWhereAsked() throws Exception {
        Json json = new Json(Json.NonFinite.NULL);
        json.put("x", Double.NaN);
        json.put("y", new double[] {1, Double.POSITIVE_INFINITY});
        JsonNode read = new ObjectMapper().readTree(json.toString());
        assertThat(read.get("x").isNull()).isTrue();
        assertThat(read.get("y").get(1).isNull()).isTrue();
    }

    @Test
    void tableAlignsTextLeftAndNumbersRight() {
        Table table = new Table(1, "name", "value").row("a", "1.5").row("longer", "-10");
        assertThat(table.toString().lines()).containsExactly("name    value", "a         1.5", "longer    -10");
        assertThatThrownBy(() -> table.row("one")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Figures of numpy: {@code np.sqrt(np.mean((1 / np.arange(1, n + 1)) ** 2))}. */
    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "5, 0.5410380968307336",
        "8, 0.4369528081146457",
        "13, 0.3476175836687623",
        "100, 0.12786648897130526",
        "128, 0.1130939876328832",
        "129, 0.11265685352992685",
        "1000, 0.04054546296050349",
        "5003, 0.01813145310214366"
    })
    void rmseSumsInNumpysOrder(int n, double want) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 1.0 / (i + 1);
        }
        assertThat(NumpyRmse.of(y, new double[n])).isEqualTo(want);
    }
}
