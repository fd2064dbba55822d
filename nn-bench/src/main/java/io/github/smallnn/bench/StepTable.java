package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Job;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
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
        return "Training step, us; losses are those of the last checked step, blas-products the step's mere products";
    }

    @Override
    public String kind() {
        return "training step";
    }

    @Override
    public String what(Row row) {
        return row.parameter("job") + " " + row.precision();
    }

    @Override
    public boolean shows(Row row) {
        return row.by().keySet().stream().anyMatch(StepTable::isShown);
    }

    /** Against contestants that do the whole step. */
    @Override
    public List<Comparison> compare(Row row) {
        List<Comparison> all = new ArrayList<>(Table.super.compare(row));
        all.removeIf(c -> Contest.isProducts(c.other()) || !isShown(c.ours()));
        return all;
    }

    @Override
    public TextTable of(List<Row> rows) {
        Set<String> contestants = new LinkedHashSet<>(List.of(Contest.SMALLNN, PORTABLE));
        rows.forEach(r -> contestants.addAll(r.by().keySet()));
        contestants.removeIf(c -> !isShown(c) || rows.stream().noneMatch(r -> r.by().containsKey(c)));
        TextTable table = new TextTable(2, header(contestants));
        for (Row r : rows) {
            table.add(line(r, contestants));
        }
        return table;
    }

    /** What is on one thread; the rest is {@link ThreadsTable}'s. */
    private static boolean isShown(String by) {
        return !by.startsWith(Contest.SMALLNN_1) && !by.startsWith(Contest.SMALLNN_2) && !by.equals(Contest.PRODUCTS_2);
    }

    private static String[] header(Set<String> contestants) {
        List<String> header = new ArrayList<>(List.of("job", "precision"));
        contestants.forEach(c -> header.add(c));
        header.add("low..high");
        rated(contestants).forEach(c -> header.add(c + " / ejml"));
        header.addAll(List.of("by best", "samples/s", "step / blas-products", "backends", "loss"));
        header.addAll(List.of("losses within", "products' error", "B/step"));
        return header.toArray(new String[0]);
    }

    private static String[] line(Row r, Set<String> contestants) {
        Job job = Job.valueOf(r.parameter("job"));
        String first = r.by().containsKey(Contest.SMALLNN) ? Contest.SMALLNN : PORTABLE;
        List<String> line = new ArrayList<>(List.of(job + " " + job.describe(), r.precision()));
        contestants.forEach(c -> line.add(r.cell(c, Text::micros)));
        line.add(r.cell(first, Text::spread));
        rated(contestants).forEach(c -> line.add(r.ratio(Contest.EJML, c)));
        line.add(r.bestRatio(Contest.EJML, first));
        line.add(r.cell(first, m -> Text.number("%,.0f", job.batch() * 1e9 / m.nanos())));
        line.add(r.ratio(first, Contest.PRODUCTS));
        line.add(r.cell(first, Text::backends));
        line.add(r.cell(first, Text::loss));
        line.add(Text.number("%.0e", spreadOfLosses(r)));
        line.add(r.cell(Contest.PRODUCTS, Text::error));
        line.add(r.cell(first, Text::bytes));
        return line.toArray(new String[0]);
    }

    /** How far the losses of all who did the whole step lie apart, relative to the largest. */
    private static double spreadOfLosses(Row r) {
        DoubleSummaryStatistics losses = r.ran().stream()
                .filter(c -> !Contest.isProducts(c))
                .mapToDouble(c -> r.by().get(c).figure("loss"))
                .summaryStatistics();
        return (losses.getMax() - losses.getMin()) / Math.abs(losses.getMax());
    }

    /** Contestants that are held against EJML's loop. */
    private static List<String> rated(Set<String> contestants) {
        return contestants.stream()
                .filter(c -> !Contest.isProducts(c) && !c.equals(Contest.EJML))
                .toList();
    }
}
