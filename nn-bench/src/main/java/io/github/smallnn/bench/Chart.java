package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of the README as bars, in SVG: how many times as fast as EJML, on a logarithmic axis.
 *
 * @param summary the figures
 */
record Chart(Summary summary) {
    private static final int LEFT = 230;
    private static final int RIGHT = 60;
    private static final int PLOT = 520;
    private static final int TOP = 42;
    private static final int LEGEND_LINE = 15;
    private static final int BAR = 10;
    private static final int GAP = 8;
    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 64;
    private static final int[] TICKS = {1, 2, 4, 8, 16, 32, 64};

    /** One kind of bar. */
    private record Kind(int jdk, String by, String label, String colour) {}

    /** The chart. */
    String svg() {
        List<Kind> kinds = kinds();
        List<Summary.Line> lines =
                summary.lines().stream().filter(l -> !drawn(l, kinds).isEmpty()).toList();
        int top = TOP + LEGEND_LINE * summary.results().size();
        int bottom = top;
        for (Summary.Line line : lines) {
            bottom += BAR * drawn(line, kinds).size() + GAP;
        }
        int width = LEFT + PLOT + RIGHT;
        StringBuilder s = new StringBuilder();
        s.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(width)
                .append("\" height=\"");
        s.append(bottom + 30).append("\" font-family=\"sans-serif\" font-size=\"11\">\n");
        s.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(s, 10, 18, "start", 14, "Times as fast as EJML (logarithmic; longer is faster)");
        legend(s, kinds);
        axis(s, top, bottom);
        int y = top;
        for (Summary.Line line : lines) {
            List<Kind> drawn = drawn(line, kinds);
            bars(s, line, drawn, y);
            y += BAR * drawn.size() + GAP;
        }
        return s.append("</svg>\n").toString();
    }

    /** The kinds that a line has a figure for, so that what was not measured takes no room. */
    private static List<Kind> drawn(Summary.Line line, List<Kind> kinds) {
        return kinds.stream()
                .filter(k -> line.times(k.jdk(), k.by(), Contest.EJML) > 0)
                .toList();
    }

    private List<Kind> kinds() {
        String[] vector = {"#1f5fa8", "#0b8457", "#7a3ea8"};
        String[] portable = {"#9cc3ee", "#8fd6b9", "#cfb0e8"};
        List<Kind> kinds = new ArrayList<>();
        for (int i = 0; i < summary.results().size(); i++) {
            int jdk = summary.results().get(i).header().jdk();
            int colour = i % vector.length;
            kinds.add(new Kind(jdk, Contest.SMALLNN, "JDK " + jdk + ", vectors", vector[colour]));
            kinds.add(new Kind(jdk, Summary.PORTABLE, "JDK " + jdk + ", no flag", portable[colour]));
            kinds.add(new Kind(jdk, GemmBenchmark.NATIVE, "native BLAS beside JDK " + jdk, "#b0b0b0"));
        }
        return kinds;
    }

    /** A line per JDK. */
    private static void legend(StringBuilder s, List<Kind> kinds) {
        int x = 10;
        int y = TOP - LEGEND_LINE;
        int jdk = 0;
        for (Kind kind : kinds) {
            boolean next = kind.jdk() != jdk;
            x = next ? 10 : x;
            y = next && jdk != 0 ? y + LEGEND_LINE : y;
            jdk = kind.jdk();
            rect(s, x, y, 10, 10, kind.colour());
            text(s, x + 14, y + 9, "start", 11, kind.label());
            x += 24 + 7 * kind.label().length();
        }
    }

    private static void axis(StringBuilder s, int top, int bottom) {
        for (int tick : TICKS) {
            double x = x(tick);
            s.append(Text.number("<line x1=\"%.1f\"", x)).append(Text.number(" x2=\"%.1f\"", x));
            s.append(" y1=\"").append(top - 6).append("\" y2=\"").append(bottom).append("\" stroke=\"");
            s.append(tick == 1 ? "#404040" : "#dddddd").append("\"/>\n");
            text(s, x, bottom + 16, "middle", 11, tick + "x");
        }
    }

    private static void bars(StringBuilder s, Summary.Line line, List<Kind> kinds, int top) {
        text(s, LEFT - 8, top + kinds.size() * BAR / 2 + 4, "end", 11, line.what());
        double one = x(1);
        for (int k = 0; k < kinds.size(); k++) {
            Kind kind = kinds.get(k);
            double times = line.times(kind.jdk(), kind.by(), Contest.EJML);
            double end = x(times);
            int y = top + k * BAR;
            rect(s, Math.min(one, end), y, Math.max(1, Math.abs(end - one)), BAR - 1, kind.colour());
            text(s, Math.max(one, end) + 3, y + BAR - 1, "start", 9, Text.number("%.2f", times));
        }
    }

    private static double x(double times) {
        double at = Math.log(Math.min(HIGHEST, Math.max(LOWEST, times)) / LOWEST) / Math.log(HIGHEST / LOWEST);
        return LEFT + PLOT * at;
    }

    private static void rect(StringBuilder s, double x, double y, double width, double height, String colour) {
        s.append(Text.number("<rect x=\"%.1f\"", x)).append(Text.number(" y=\"%.1f\"", y));
        s.append(Text.number(" width=\"%.1f\"", width)).append(Text.number(" height=\"%.1f\"", height));
        s.append(" fill=\"").append(colour).append("\"/>\n");
    }

    private static void text(StringBuilder s, double x, double y, String anchor, int size, String text) {
        s.append(Text.number("<text x=\"%.1f\"", x)).append(Text.number(" y=\"%.1f\"", y));
        s.append(" text-anchor=\"")
                .append(anchor)
                .append("\" font-size=\"")
                .append(size)
                .append("\">");
        s.append(text.replace("&", "&amp;").replace("<", "&lt;")).append("</text>\n");
    }
}
