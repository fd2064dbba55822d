package io.github.smallnn.bench;

import io.github.smallnn.linear.LinearSolver;
import java.util.List;

/** Least squares, contestants side by side. */
record LeastSquaresTable() implements Table {
    @Override
    public Class<?> benchmark() {
        return LeastSquaresBenchmark.class;
    }

    @Override
    public String title() {
        return "Least squares with intercept, rows x columns; error is the largest one of a coefficient";
    }

    @Override
    public String kind() {
        return "least squares";
    }

    @Override
    public String what(Row row) {
        return row.parameter("tall");
    }

    @Override
    public TextTable of(List<Row> rows) {
        String portable = Contest.SMALLNN + Contest.PORTABLE;
        TextTable table = new TextTable(
                1,
                "size",
                "smallnn ms",
                "low..high",
                "portable ms",
                "EJML QR ms",
                "Commons Math ms",
                "times as fast as EJML",
                "by best",
                "as Commons Math",
                "by best",
                "path",
                "error",
                "EJML error",
                "C. Math error",
                "MB/fit",
                "EJML MB/fit",
                "C. Math MB/fit");
        for (Row r : rows) {
            table.add(
                    r.parameter("tall"),
                    r.cell(Contest.SMALLNN, Text::millis),
                    r.cell(Contest.SMALLNN, Text::spread),
                    r.cell(portable, Text::millis),
                    r.cell(Contest.EJML, Text::millis),
                    r.cell(TallSolver.COMMONS_MATH, Text::millis),
                    r.ratio(Contest.EJML, Contest.SMALLNN),
                    r.bestRatio(Contest.EJML, Contest.SMALLNN),
                    r.ratio(TallSolver.COMMONS_MATH, Contest.SMALLNN),
                    r.bestRatio(TallSolver.COMMONS_MATH, Contest.SMALLNN),
                    r.cell(Contest.SMALLNN, m -> LinearSolver.values()[(int) m.figure("path")].name()),
                    r.cell(Contest.SMALLNN, Text::error),
                    r.cell(Contest.EJML, Text::error),
                    r.cell(TallSolver.COMMONS_MATH, Text::error),
                    r.cell(Contest.SMALLNN, Text::megabytes),
                    r.cell(Contest.EJML, Text::megabytes),
                    r.cell(TallSolver.COMMONS_MATH, Text::megabytes));
        }
        return table;
    }
}
