package io.github.smallnn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final String TABLE = "a,b,y\n1,2.5,3\n-4,5e-1,.6\n";

    @Test
    void numbersByName() {
        CsvTable t = read(Csv.targets("b"), TABLE);
        assertThat(t.data().inputs().toRows()).isDeepEqualTo(new double[][] {{1, 3}, {-4, 0.6}});
        assertThat(t.data().targets().toArray()).containsExactly(2.5, 0.5);
        assertThat(t.data().weights()).isNull();
        assertThat(t.inputNames()).containsExactly("a", "y");
        assertThat(t.targetNames()).containsExactly("b");
        assertThat(t.classes()).isEmpty();
    }

    @Test
    void severalTargetsKeepTheOrderAsked() {
        CsvTable t = read(Csv.targets("y", "a"), TABLE);
        assertThat(t.data().targets().toRows()).isDeepEqualTo(new double[][] {{3, 1}, {0.6, -4}});
        assertThat(read(Csv.targets(2, 0), TABLE).data().targets().toRows())
                .isDeepEqualTo(new double[][] {{3, 1}, {0.6, -4}});
    }

    @Test
    void withoutHeaderAndWithAnotherSeparator() {
        CsvTable t = read(Csv.targets(1).withoutHeader().separator(';'), "1;2\n3;4\n");
        assertThat(t.data().inputs().toArray()).containsExactly(1, 3);
        assertThat(t.data().targets().toArray()).containsExactly(2, 4);
        assertThat(t.inputNames()).containsExactly("c0");
    }

    @Test
    void textLabelsAreSortedAsText() {
        CsvTable t = read(Csv.classTarget("kind"), "x,kind\n1,rose\n2,\"lily, white\"\n3, rose \n4,aster\n");
        assertThat(t.classes()).containsExactly("aster", "lily, white", "rose");
        assertThat(t.data().targets().toArray()).containsExactly(2, 1, 2, 0);
    }

    @Test
    void numericLabelsAreSortedByValue() {
        CsvTable t = read(Csv.classTarget(0).withoutHeader(), "10,1\n9,1\n-1,1\n10,1\n");
        assertThat(t.classes()).containsExactly("-1", "9", "10");
        assertThat(t.data().targets().toArray()).containsExactly(2, 1, 0, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,y\r\n1,2\r\n3,4",
                "\uFEFFa,y\n1,2\n3,4\n",
                "a,y\n\n1,2\n\n3,4\n\n",
                "\"a\", y \n\"1\", 2\n3 ,4\n",
                "a,y\n+1,2.\n0.3e+1,4.00\n"
            })
    void formsOfTheSameTable(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (CsvTable t : List.of(
                read(Csv.targets("y"), text), Csv.targets("y").read(new ByteArrayInputStream(bytes), "bytes"))) {
            assertThat(t.data().inputs().toArray()).containsExactly(1, 3);
            assertThat(t.data().targets().toArray()).containsExactly(2, 4);
            assertThat(t.inputNames()).containsExactly("a");
        }
    }

    static Stream<Arguments> malformed() {
        Csv byName = Csv.targets("y");
        Csv byPlace = Csv.targets(1).withoutHeader();
        return Stream.of(
                Arguments.of(byName, "", "t.csv is empty; expected a header line and rows of numbers"),
                Arguments.of(byPlace, "\n\n", "t.csv is empty; expected rows of numbers"),
                Arguments.of(byName, "a,y\n", "t.csv has a header but no rows"),
                Arguments.of(byName, "a,y\n1,2\n3\n", "t.csv, line 3: found 1 columns, expected 2 as in line 1"),
                Arguments.of(byName, "a,y\n1,2,3\n", "t.csv, line 2: found 3 columns, expected 2 as in line 1"),
                Arguments.of(byName, "a,y\n1,2\n\n3,x\n", "t.csv, line 4, column 2 (y): expected a number, found 'x'"),
                Arguments.of(
                        byName, "a,y\n,2\n", "t.csv, line 2, column 1 (a): expected a number, found an empty cell"),
                Arguments.of(byName, "a,y\nNaN,2\n", "t.csv, line 2, column 1 (a): expected a number, found 'NaN'"),
                Arguments.of(byName, "a,y\n1d,2\n", "line 2, column 1 (a): expected a number, found '1d'"),
                Arguments.of(byName, "a,y\n0x1p3,2\n", "expected a number, found '0x1p3'"),
                Arguments.of(byName, "a,y\n1e999,2\n", "line 2, column 1 (a): '1e999' is beyond the largest number"),
                Arguments.of(
                        byName, "a,b\n1,2\n", "t.csv, line 1: there is no target column 'y'; the columns are [a, b]"),
                Arguments.of(byName, "y,a,y\n1,2,3\n", "columns 1 and 3 are both named 'y'"),
                Arguments.of(byName, "y\n1\n", "t.csv, line 1: all 1 columns are targets, so no input is left"),
                Arguments.of(Csv.targets("y", "y"), "a,y\n1,2\n", "name one column twice"),
                Arguments.of(
                        byPlace,
                        "1;2\n",
                        "there is no target column number 1, counted from 0, in a table of 1 columns"),
                Arguments.of(Csv.targets(-1), "a,y\n1,2\n", "there is no target column number -1"),
                Arguments.of(
                        byPlace, "a,y\n1,2\n", "line 1, column 1: expected a number, found 'a'; if this line names"),
                Arguments.of(
                        Csv.classTarget("y"), "a,y\n1, \n", "line 2, column 2 (y): expected a class label, found an"),
                Arguments.of(byName, "a,y\n1,\"2\n3,4\n", "t.csv is not well-formed: "),
                Arguments.of(byName, "a,y\n1,\"2\"x\n", "t.csv is not well-formed: Unexpected character"),
                Arguments.of(byName, "a,y\n1,\"2\n3\"\n", "column 2 (y): expected a number, found '2 3'"),
                Arguments.of(byName, "a,y\n1," + "z".repeat(99), "found '" + "z".repeat(40) + "...'"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedTablesAreNamedByPlace(Csv csv, String text, String message) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> read(csv, text))
                .withMessageContaining(message);
    }

    @Test
    void filesAreReadAndNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, TABLE);
        assertThat(Csv.targets("y").read(file).data().rows()).isEqualTo(2);
        Files.writeString(file, "a,y\n1,?\n");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.targets("y").read(file))
                .withMessageContaining(file + ", line 2, column 2 (y)");
        Path missing = folder.resolve("missing.csv");
        assertThatThrownBy(() -> Csv.targets("y").read(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(missing + ": there is no such file");
        assertThatThrownBy(() -> Csv.targets("y").read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] latin = "a,y\n1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.classTarget("y").read(new ByteArrayInputStream(latin), "latin.csv"))
                .withMessageContaining("latin.csv is not text in UTF-8");
    }

    @Test
    void aFailingReaderIsNamed() {
        Reader failing = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("the line went dead");
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> Csv.targets("y").read(failing, "remote"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot read remote")
                .hasMessageContaining("the line went dead");
    }

    @Test
    void aReaderNeedsATarget() {
        assertThatThrownBy(() -> Csv.targets(new String[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one target column");
    }

    @Test
    void categoriesAndMissingValues() {
        String text = "id,colour,size,width,y\nx1,red,10,1.5,0\nx2,,9,NA,1\nx3,blue,10,?,0\nx4,red, NA ,-2,1\n";
        CsvTable t = read(
                Csv.targets("y").ignore("id").categories("colour").categories(2).missing("", "NA", "?"), text);
        assertThat(t.inputNames()).containsExactly("colour", "size", "width");
        assertThat(t.categories()).containsOnlyKeys("colour", "size");
        assertThat(t.categories().get("colour")).containsExactly("blue", "red");
        assertThat(t.categories().get("size")).containsExactly("9", "10");
        double nan = Double.NaN;
        assertThat(t.data().inputs().toArray()).containsExactly(1, 1, 1.5, nan, 0, nan, 0, 1, nan, 1, nan, -2);
        assertThat(t.data().targets().toArray()).containsExactly(0, 1, 0, 1);
        assertThat(read(Csv.targets(0).withoutHeader().categories(2).ignore(1), "1,?,a\n2,!,b\n")
                        .data()
                        .inputs()
                        .toArray())
                .containsExactly(0, 1);
        assertThat(read(Csv.targets("b"), TABLE).categories()).isEmpty();
    }

    static Stream<Arguments> misused() {
        Csv csv = Csv.targets("y");
        return Stream.of(
                Arguments.of(csv.missing("NA"), "a,y\n1,NA\n", "line 2, column 2 (y): expected a number, found 'NA'"),
                Arguments.of(csv.categories("a"), "a,y\n ,1\n", "line 2, column 1 (a): expected a category, found an"),
                Arguments.of(csv.categories("c"), "a,y\n1,1\n", "there is no category column 'c'; the columns are [a"),
                Arguments.of(csv.ignore(2), "a,y\n1,1\n", "there is no ignored column number 2, counted from 0"),
                Arguments.of(csv.ignore("y"), "a,y\n1,1\n", "column 2 is both a target and ignored"),
                Arguments.of(csv.categories("y"), "a,y\n1,1\n", "column 2 cannot hold categories"),
                Arguments.of(csv.ignore("a"), "a,y\n1,1\n", "all 2 columns are targets or ignored, so no input"),
                Arguments.of(csv.limit(4), "a,y\n1,1\n2,2\n3,3\n", "line 4: this is more than the 4 cells that may"));
    }

    @ParameterizedTest
    @MethodSource("misused")
    void misusedColumnsAreNamed(Csv csv, String text, String message) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> read(csv, text))
                .withMessageContaining(message);
    }

    @Test
    void theLimitIsInRange() {
        assertThatThrownBy(() -> Csv.targets("y").limit(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0");
        assertThat(read(Csv.targets("b").limit(6), TABLE).data().rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', '\r'})
    void someCharactersCannotSeparate(char character) {
        assertThatThrownBy(() -> Csv.targets("y").separator(character))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot separate cells");
    }

    private static CsvTable read(Csv csv, String text) {
        return csv.read(new StringReader(text), "t.csv");
    }
}
