package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Matrix products in GFLOPS, a column per contestant that was measured, and the library's share of the peak.
 *
 * @param peak what the processor can do
 */
record GemmTable(PeakTable peak) implements Table {
    private static final Set<String> HEADLINES = Set.of("32x32x32", "128x256x784", "256x256x256", "1024x1024x1024");
    private static final String PORTABLE = Contest.SMALLNN + Contest.PORTABLE;

    @Override
    public Class<?> benchmark() {
        return GemmBenchmark.class;
    }

    @Override
    public String title() {
        return "Matrix product, m x n x k, GFLOPS";
    }

    @Override
    public String kind() {
        return "product";
    }

    @Override
    public boolean isHeadline(Row row) {
        return HEADLINES.contains(row.parameter("size"))
                && row.parameter("form").equals("AB");
    }

    @Override
    public String what(Row row) {
        return row.parameter("size") + " " + row.parameter("form") + " " + row.precision();
    }

    @Override
    public TextTable of(List<Row> rows) {
        Set<String> contestants = new LinkedHashSet<>(List.of(Contest.SMALLNN, PORTABLE));
        rows.forEach(r -> contestants.addAll(r.by().keySet()));
        contestants.removeIf(c -> rows.stream().noneMatch(r -> r.by().containsKey(c)));
        List<String> others =
                contestants.stream().filter(c -> !Contest.isOurs(c)).toList();
        List<String> ours = contestants.stream().filter(Contest::isOurs).toList();
        TextTable table = new TextTable(3, header(contestants, ours, others));
        for (Row r : rows) {
            table.add(line(r, contestants, ours, others));
        }
        return table;
    }

    private String[] header(Set<String> contestants, List<String> ours, List<String> others) {
        List<String> header = new ArrayList<>(List.of("size", "form", "precision"));
        header.addAll(contestants);
        for (String our : ours) {
            others.forEach(other -> header.add(shortName(our) + " / " + other));
        }
        header.addAll(List.of("of peak", "backend", "error", "worst error", "gc MB/s"));
        return header.toArray(new String[0]);
    }

    /** Such as {@code ours}, {@code portable}, {@code gemm portable}. */
    private static String shortName(String our) {
        return our.equals(Contest.SMALLNN) ? "ours" : our.substring(Contest.SMALLNN.length() + 1);
    }

    private String[] line(Row r, Set<String> contestants, List<String> ours, List<String> others) {
        List<String> line = new ArrayList<>(List.of(r.parameter("size"), r.parameter("form"), r.precision()));
        double flop = flop(r.parameter("size"));
        contestants.forEach(c -> line.add(r.cell(c, m -> Text.number("%.1f", flop / m.nanos()))));
        for (String our : ours) {
            others.forEach(other -> line.add(r.ratio(other, our)));
        }
        String first = r.by().containsKey(Contest.SMALLNN) ? Contest.SMALLNN : PORTABLE;
        line.add(r.cell(first, m -> peak.share(flop / m.nanos(), r.precision())));
        line.add(r.cell(first, Text::backends));
        line.add(r.cell(first, Text::error));
        line.add(Text.number("%.1e", worstError(r)));
        line.add(r.cell(first, Text::gc));
        return line.toArray(new String[0]);
    }

    /** The largest error of any contestant that ran; above 1 its benchmark fails. */
    private static double worstError(Row r) {
        return r.ran().stream()
                .mapToDouble(name -> r.by().get(name).figure("error"))
                .max()
                .orElse(0);
    }

    /** Additions and multiplications of a product. */
    static double flop(String size) {
        double flop = 2;
        for (String part : size.split("x")) {
            flop *= Integer.parseInt(part);
        }
        return flop;
    }
}
