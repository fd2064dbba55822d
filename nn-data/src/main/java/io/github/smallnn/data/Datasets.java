package io.github.smallnn.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Small real data sets that come with the library. Their sources are named in {@code NOTICE.txt} beside them. */
public final class Datasets {
    private Datasets() {}

    /**
     * 150 flowers of three species: length and width of sepals and petals in cm. R. A. Fisher (1936), UCI Machine
     * Learning Repository, CC BY 4.0; as scikit-learn's {@code load_iris} has it.
     *
     * @return 150 x 4 inputs and one column of class indices, with names
     */
    public static CsvTable iris() {
        return read("iris.csv", "species");
    }

    /**
     * 1,797 handwritten digits as images of 8 x 8 pixels with values 0 to 16, row by row. E. Alpaydin and C. Kaynak,
     * UCI Machine Learning Repository, CC BY 4.0; as scikit-learn's {@code load_digits} has it.
     *
     * @return 1797 x 64 inputs and one column of class indices 0 to 9, with names
     */
    public static CsvTable digits() {
        return read("digits.csv", "digit");
    }

    private static CsvTable read(String name, String target) {
        try (InputStream in = Datasets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the library's jar");
            }
            return Csv.classTarget(target).read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }
}
