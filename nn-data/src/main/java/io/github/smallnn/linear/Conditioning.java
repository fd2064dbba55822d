package io.github.smallnn.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** Says which columns make a design badly conditioned, and what would help. */
final class Conditioning {
    // A column counts as part of a direction if its share is at least this of the largest share.
    private static final double SHARE = 0.3;
    // Centring and scaling is named as the remedy if it takes the condition number of D'D to a tenth or less.
    private static final double REMEDY = 0.1;

    private Conditioning() {}

    /** A clause about the columns of a fit of given condition number of D'D, without a full stop. */
    static String blame(LinearFit fit, double condition) {
        DMatrixRMaj scaled = scaled(fit.solution().factor());
        double[] s = ThinSvd.values(scaled);
        int rank = ThinSvd.rank(s, fit.centre().rows(), scaled.numCols);
        double remaining = rank == 0 ? 1 : Math.pow(s[0] / s[rank - 1], 2);
        if (remaining <= REMEDY * condition) {
            return unlike(fit) + "; standardised, the condition number falls to " + Figures.six(round(remaining));
        }
        List<String> close = weakest(scaled, rank, fit.names());
        return close.size() == 1
                ? "column " + close.get(0) + " carries the least"
                : "columns " + String.join(" and ", close) + " nearly depend on each other";
    }

    private static double round(double v) {
        return Math.rint(v * 100) / 100;
    }

    /** Columns whose lengths or means are far apart. */
    private static String unlike(LinearFit fit) {
        DMatrixRMaj factor = fit.solution().factor();
        double rows = Math.sqrt(fit.centre().weight());
        double[] deviation = lengths(factor);
        double[] size = new double[deviation.length];
        for (int j = 0; j < size.length; j++) {
            deviation[j] /= rows;
            size[j] = Math.hypot(deviation[j], fit.centre().x()[j]);
        }
        Comparator<Integer> bySize = Comparator.comparingDouble(j -> size[j]);
        int large = IntStream.range(0, size.length).boxed().max(bySize).orElseThrow();
        Comparator<Integer> byDeviation = Comparator.comparingDouble(j -> deviation[j]);
        int small = IntStream.range(0, size.length)
                .filter(j -> deviation[j] > 0)
                .boxed()
                .min(byDeviation)
                .orElse(large);
        String largest = "column '" + fit.names().get(large) + "' (mean "
                + Figures.six(fit.centre().x()[large]) + ", deviation " + Figures.six(deviation[large]) + ")";
        return small == large
                ? largest + " is not standardised"
                : largest + " and column '" + fit.names().get(small) + "' (mean "
                        + Figures.six(fit.centre().x()[small]) + ", deviation " + Figures.six(deviation[small])
                        + ") are of unlike size";
    }

    private static double[] lengths(DMatrixRMaj m) {
        double[] length = new double[m.numCols];
        for (int j = 0; j < length.length; j++) {
            for (int i = 0; i < m.numRows; i++) {
                length[j] = Math.hypot(length[j], m.get(i, j));
            }
        }
        return length;
    }

    /** The columns brought to one length. */
    private static DMatrixRMaj scaled(DMatrixRMaj factor) {
        double[] length = lengths(factor);
        DMatrixRMaj scaled = factor.copy();
        for (int i = 0; i < factor.numRows; i++) {
            for (int j = 0; j < factor.numCols; j++) {
                scaled.set(i, j, length[j] == 0 ? 0 : factor.get(i, j) / length[j]);
            }
        }
        return scaled;
    }

    /** Names of the columns that make up the direction of the smallest singular value. */
    private static List<String> weakest(DMatrixRMaj scaled, int rank, List<String> names) {
        ThinSvd svd = ThinSvd.of(scaled);
        List<Integer> columns = new ArrayList<>();
        double largest = 0;
        for (int j = 0; j < names.size(); j++) {
            largest = Math.max(largest, Math.abs(svd.v().get(j, rank - 1)));
        }
        for (int j = 0; j < names.size(); j++) {
            if (Math.abs(svd.v().get(j, rank - 1)) >= SHARE * largest) {
                columns.add(j);
            }
        }
        return columns.stream().map(j -> "'" + names.get(j) + "'").collect(Collectors.toList());
    }
}
