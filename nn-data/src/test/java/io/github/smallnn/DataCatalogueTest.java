package io.github.smallnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.data.MakeBlobs;
import io.github.smallnn.data.MakeCircles;
import io.github.smallnn.data.MakeClassification;
import io.github.smallnn.data.MakeFriedman;
import io.github.smallnn.data.MakeLowRankMatrix;
import io.github.smallnn.data.MakeMoons;
import io.github.smallnn.data.MakeRegression;
import io.github.smallnn.data.MakeSCurve;
import io.github.smallnn.data.MakeSwissRoll;
import io.github.smallnn.metrics.MetricEntry;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.preprocessing.MaxAbsScaler;
import io.github.smallnn.preprocessing.MinMaxScaler;
import io.github.smallnn.preprocessing.OnColumns;
import io.github.smallnn.preprocessing.OneHotEncoder;
import io.github.smallnn.preprocessing.OrdinalEncoder;
import io.github.smallnn.preprocessing.Pipeline;
import io.github.smallnn.preprocessing.PolynomialFeatures;
import io.github.smallnn.preprocessing.RobustScaler;
import io.github.smallnn.preprocessing.SimpleImputer;
import io.github.smallnn.preprocessing.StandardScaler;
import io.github.smallnn.split.KFold;
import io.github.smallnn.split.RepeatedKFold;
import io.github.smallnn.split.ShuffleSplit;
import io.github.smallnn.split.StratifiedKFold;
import io.github.smallnn.split.StratifiedShuffleSplit;
import io.github.smallnn.split.TrainTestSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The committed tables of generators, splits, transforms and metrics hold what the code gives: defaults come from the
 * values themselves, metrics from their table, and no public class is left out. {@code -Dcatalogue=write} rewrites the
 * file.
 */
class DataCatalogueTest {
    private static final Path FILE = Path.of("..", "docs", "catalogue", "data.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "smallnn");
    /** A value with its defaults. */
    private record Row(Record value, String make, String scikitLearn, String differs) {
        String name() {
            return value.getClass().getSimpleName();
        }

        /** The components as the record prints them. */
        String defaults() {
            if (make.endsWith("transform, columns)") || make.endsWith("steps)")) {
                return "";
            }
            String text = value.toString();
            String inside = text.substring(name().length() + 1, text.length() - 1);
            return inside.replace("Optional.empty", "none")
                    .replace("OptionalInt.empty", "none")
                    .replace("OptionalDouble.empty", "none")
                    .replaceAll("Optional(Int|Double)\\[([^]]*)]", "$2")
                    .replace("test=Rest[], train=Rest[]", "test " + openTest() + ", train the rest")
                    .replaceAll("\\b[A-Z]\\w*\\[", "[")
                    .replace("=", " ");
        }

        private String openTest() {
            return value instanceof TrainTestSplit ? "a quarter of the rows" : "a tenth of the rows";
        }

        List<String> cells() {
            return List.of("`" + name() + "`", "`" + make + "`", "`" + scikitLearn + "`", defaults(), differs);
        }
    }

    private static final List<Row> GENERATORS = List.of(
            row(MakeRegression.defaults(), "make_regression", ""),
            row(MakeLowRankMatrix.defaults(), "make_low_rank_matrix", ""),
            row(MakeClassification.defaults(), "make_classification", ""),
            row(MakeMoons.defaults(), "make_moons", "noise 0 draws nothing"),
            row(MakeCircles.defaults(), "make_circles", "noise 0 draws nothing"),
            row(MakeBlobs.defaults(), "make_blobs", "centres are always returned"),
            new Row(MakeFriedman.friedman1(), "MakeFriedman.friedman1()", "make_friedman1", ""),
            new Row(MakeFriedman.friedman2(), "MakeFriedman.friedman2()", "make_friedman2", ""),
            new Row(MakeFriedman.friedman3(), "MakeFriedman.friedman3()", "make_friedman3", ""),
            row(MakeSwissRoll.defaults(), "make_swiss_roll", ""),
            row(MakeSCurve.defaults(), "make_s_curve", ""));

    private static final List<Row> SPLITS = List.of(
            row(TrainTestSplit.defaults(), "train_test_split", ""),
            row(KFold.defaults(), "KFold", ""),
            row(
                    StratifiedKFold.defaults(),
                    "StratifiedKFold",
                    "a class with fewer rows than folds is an error, not a warning"),
            row(RepeatedKFold.defaults(), "RepeatedKFold", ""),
            row(ShuffleSplit.defaults(), "ShuffleSplit", ""),
            row(StratifiedShuffleSplit.defaults(), "StratifiedShuffleSplit", ""));

    private static final List<Row> TRANSFORMS = List.of(
            made(new StandardScaler(), "StandardScaler", "NaN is an error"),
            made(new MinMaxScaler(), "MinMaxScaler", "NaN is an error"),
            made(new RobustScaler(), "RobustScaler", "NaN is an error; no unit variance"),
            made(new MaxAbsScaler(), "MaxAbsScaler", "NaN is an error"),
            made(new OneHotEncoder(), "OneHotEncoder(sparse_output=False)", "takes numbers; NaN is an error"),
            made(new OrdinalEncoder(), "OrdinalEncoder", "takes numbers; NaN is an error"),
            made(new SimpleImputer(), "SimpleImputer", "a column without any value is an error, it is not dropped"),
            new Row(new PolynomialFeatures(2), "new PolynomialFeatures(2)", "PolynomialFeatures", "no lowest degree"),
            new Row(
                    OnColumns.of(new MaxAbsScaler(), 0),
                    "OnColumns.of(transform, columns)",
                    "ColumnTransformer(remainder='passthrough')",
                    "one transformer"),
            new Row(
                    Pipeline.of(new MaxAbsScaler()),
                    "Pipeline.of(steps)",
                    "make_pipeline",
                    "transformers only; steps have no names"));

    private static Row row(Record value, String scikitLearn, String differs) {
        return new Row(value, value.getClass().getSimpleName() + ".defaults()", scikitLearn, differs);
    }

    private static Row made(Record value, String scikitLearn, String differs) {
        return new Row(value, "new " + value.getClass().getSimpleName() + "()", scikitLearn, differs);
    }

    @Test
    void theCommittedTablesAreWhatTheCodeGives() throws IOException {
        String text = text();
        if ("write".equals(System.getProperty("catalogue"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE))
                .as(
                        "%s: run mvn test -pl nn-data -am -Dtest=DataCatalogueTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dcatalogue=write",
                        FILE)
                .isEqualTo(text);
    }

    private static final String RANDOM = """
            ## Random numbers

            In `io.github.smallnn.random`, all behind `RandomSource`.

            | class | the same as | integers, orders, uniform | normal, exponential |
            | --- | --- | --- | --- |
            | `RandomState` | `numpy.random.RandomState`, what scikit-learn draws from | every bit | within 4 ulp |
            | `Pcg64` | `numpy.random.default_rng` | every bit | every bit but in the far tails |
            | `TorchRandom` | `torch.manual_seed`, CPU, float64; `randperm`, order of `DataLoader` \
            | every bit (scaled: 1 ulp) | within 4e-16 of their scale |

            """;

    private static final String READERS = """
            ## Readers

            In `io.github.smallnn.data`. Each error names its place; a header is not believed before its bytes arrive.

            | class | reads | gives |
            | --- | --- | --- |
            | `Csv` | tables of text: header or none, any separator, class labels, categories, missing values \
            | `CsvTable` |
            | `Idx` | IDX as MNIST has it, plain or gzip | `NumericArray`, `Dataset` |
            | `Npy` | one NumPy array of bool, integers, float32 or float64, in either order | `NumericArray` |
            | `Npz` | several NumPy arrays, plain or compressed | `NumericArray` by name |

            """;

    private static String text() {
        String head = "| class | how to make it | scikit-learn | defaults | differs from scikit-learn |\n"
                + "| --- | --- | --- | --- | --- |\n";
        return "# Random numbers, data, transforms and metrics\n\n"
                + "Written by `DataCatalogueTest`. All follow scikit-learn 1.2, whose numbers the golden files"
                + " hold. Defaults are"
                + " those of the values themselves; generators and splits have a method for each that returns a"
                + " changed value."
                + " Their seed is 0 unless given, which scikit-learn leaves open.\n\n"
                + RANDOM
                + READERS
                + "## Generators\n\nIn `io.github.smallnn.data`. `generate()` draws from a new `RandomState`,"
                + " `generate(random)`"
                + " from any source. `SampleWithoutReplacement` is scikit-learn's `sample_without_replacement`;"
                + " `Datasets` has"
                + " `iris()` and `digits()`.\n\n"
                + head
                + lines(GENERATORS)
                + "\n## Splits\n\nIn `io.github.smallnn.split`. `rows` gives row numbers, `split` datasets.\n\n"
                + head
                + lines(SPLITS)
                + "\n## Transforms\n\nIn `io.github.smallnn.preprocessing`. `fit` returns what was learned, to"
                + " be applied to any"
                + " data. `LabelEncoder.fit(labels)` is scikit-learn's `LabelEncoder` for text.\n\n"
                + head
                + lines(TRANSFORMS)
                + "\n## Metrics\n\nIn `io.github.smallnn.metrics`. `Metrics.byName(name)` finds them; all take"
                + " sample weights but"
                + " `roc_auc_ovo_macro`. Figures of classes and curves: `ConfusionMatrix` (`confusion_matrix`,"
                + " `precision_recall_fscore_support`), `RocCurve` (`roc_curve`), `PrecisionRecallCurve`"
                + " (`precision_recall_curve`).\n\n"
                + "| name | predictions | scikit-learn | differs from scikit-learn |\n| --- | --- | --- | --- |\n"
                + Metrics.entries().stream()
                        .map(DataCatalogueTest::cells)
                        .map(DataCatalogueTest::line)
                        .collect(Collectors.joining());
    }

    private static List<String> cells(MetricEntry e) {
        return List.of("`" + e.name() + "`", e.takes(), "`" + e.scikitLearn() + "`", e.differs());
    }

    private static String lines(List<Row> rows) {
        return rows.stream().map(Row::cells).map(DataCatalogueTest::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    @Test
    void noCellBreaksTheTable() {
        Stream.concat(
                        Stream.of(GENERATORS, SPLITS, TRANSFORMS)
                                .flatMap(List::stream)
                                .map(Row::cells),
                        Metrics.entries().stream().map(DataCatalogueTest::cells))
                .forEach(cells -> assertThat(cells).noneMatch(c -> c.contains("|") || c.contains("\n")));
    }

    @Test
    void noClassIsLeftOut() throws IOException {
        assertThat(names(GENERATORS)).isEqualTo(classes("data", s -> s.contains("public record Make")));
        assertThat(names(TRANSFORMS)).isEqualTo(classes("preprocessing", DataCatalogueTest::isTransform));
        Set<String> splits = classes("split", s -> s.contains("implements Splitter {"));
        splits.add("TrainTestSplit");
        assertThat(names(SPLITS)).isEqualTo(splits);
    }

    private static boolean isTransform(String source) {
        return source.contains("implements Transform {");
    }

    private static Set<String> names(List<Row> rows) {
        return rows.stream().map(Row::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classes(String folder, Predicate<String> wanted) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
            for (Path file : files.toList()) {
                if (wanted.test(Files.readString(file))) {
                    names.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertThat(names).as(folder).isNotEmpty();
        return names;
    }
}
