package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Job;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Training steps, a group of columns per contestant that was measured. */
record StepTable() implements Table {
    private static final String PORTABLE = Contest.SMALLNN + Contest.PORTABLE;

    @Override
    public Class<?> benchmark() {
        return TrainStepBenchmark.class;
    }

    @Override
    public String title() {
        return "Training step, us; loss is that of the last checked step, blas-products are the step's mere products";
    }

    @Override
    public String kind() {
        return "training step";
    }

    @Override
    public String what(Row row) {
        return row.parameter("job") + " " + row.precision();
    }

    /** On one thread, against contestants that do the whole step. */
    @Override
    public List<Comparison> compare(Row row) {
        List<Comparison> all = new ArrayList<>(Table.super.compare(row));
        all.removeIf(c -> Contest.isProducts(c.other()) || c.ours().startsWith(Contest.SMALLNN_2));
        return all;
    }

    @Override
    public TextTable of(List<Row> rows) {
        Set<String> contestants = new LinkedHashSet<>(List.of(Contest.SMALLNN, PORTABLE));
        rows.forEach(r -> contestants.addAll(r.by().keySet()));
        contestants.removeIf(c -> rows.stream().noneMatch(r -> r.by().containsKey(c)));
        TextTable table = new TextTable(2, header(contestants));
        for (Row r : rows) {
            table.add(line(r, contestants));
        }
        return table;
    }

    private static String[] header(Set<String> contestants) {
        List<String> header = new ArrayList<>(List.of("job", "precision"));
        for (String c : contestants) {
            header.addAll(List.of(c + " us", "low..high"));
        }
        for (String c : rated(contestants)) {
            header.add(c + " / ejml");
        }
        header.addAll(List.of(
                "samples/s",
                "by best",
                "step / blas-products",
                "gain of 2 threads",
                "gain of blas",
                "threads",
                "backends"));
        whole(contestants).forEach(c -> header.add(c + " loss"));
        header.addAll(List.of("products' error", "B/step", "gc MB/s"));
        return header.toArray(new String[0]);
    }

    private static String[] line(Row r, Set<String> contestants) {
        Job job = Job.valueOf(r.parameter("job"));
        String first = r.by().containsKey(Contest.SMALLNN) ? Contest.SMALLNN : PORTABLE;
        List<String> line = new ArrayList<>(List.of(job + " " + job.describe(), r.precision()));
        for (String c : contestants) {
            line.add(r.cell(c, Text::micros));
            line.add(r.cell(c, Text::spread));
        }
        rated(contestants).forEach(c -> line.add(r.ratio(Contest.EJML, c)));
        line.add(r.cell(first, m -> Text.number("%,.0f", job.batch() * 1e9 / m.nanos())));
        line.add(r.bestRatio(Contest.EJML, first));
        line.add(r.ratio(first, Contest.PRODUCTS));
        line.add(r.ratio(Contest.SMALLNN, Contest.SMALLNN_2));
        line.add(r.ratio(Contest.PRODUCTS, Contest.PRODUCTS_2));
        line.add(r.cell(Contest.SMALLNN_2, m -> Text.number("%.0f", m.figure("threads"))));
        line.add(r.cell(first, Text::backends));
        whole(contestants).forEach(c -> line.add(r.cell(c, Text::loss)));
        line.add(r.cell(Contest.PRODUCTS, Text::error));
        line.add(r.cell(first, Text::bytes));
        line.add(r.cell(first, Text::gc));
        return line.toArray(new String[0]);
    }

    /** Contestants that do the whole step. */
    private static List<String> whole(Set<String> contestants) {
        return contestants.stream().filter(c -> !Contest.isProducts(c)).toList();
    }

    /** Those of them that are held against EJML's loop. */
    private static List<String> rated(Set<String> contestants) {
        return whole(contestants).stream().filter(c -> !c.equals(Contest.EJML)).toList();
    }
}
