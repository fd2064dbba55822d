package io.github.smallnn.examples;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomState;
import java.util.Arrays;

/**
 * The notebook's cells 7 to 25: weights drawn at random and a first forward pass, in plain loops.
 *
 * <p>These cells do not compute the network that is trained later: each input is multiplied by the sum of its two
 * weights ({@code x1 (w1 + w2)}, {@code x2 (w3 + w4)}), so that the "hidden nodes" do not mix the inputs. The
 * figures are kept as they are.
 */
final class NotebookForwardPass {
    private final Dataset data;

    NotebookForwardPass(Dataset data) {
        this.data = data;
    }

    /** Reports all figures and returns the weights that were drawn. */
    SixWeights run(Report report) {
        report.heading("A first forward pass with random weights");
        RandomState random = new RandomState(NotebookExample.SEED);
        double[] first = report.figure("seed1/In [10]/in_hid_weights1", random.rand(2));
        double[] second = random.rand(2);
        report.line("weights of input 1     %s", Arrays.toString(first));
        report.line("weights of input 2     %s", Arrays.toString(second));
        double[][] in1 = report.figure("seed1/In [14]/input1", column(0));
        shape(report, "seed1/In [8]/input1.shape", in1);
        report.figure("seed1/In [13]/product of two printed numbers", 0.37454012 * -1.41537074);
        report.figure("seed1/In [16]/sum of two printed numbers", -5.30113126e-01 + -1.34561321e+00);
        double[][] product = report.figure("seed1/In [12]/product", times(in1, first));
        double[][] toHidden1 = report.figure("seed1/In [17]/in1_to_hid", rowSums(product));
        double[][] toHidden2 = report.figure("seed1/In [15]/in2_to_hid", rowSums(times(column(1), second)));
        shape(report, "seed1/In [18]/in1_to_hid.shape", toHidden1);
        // The document seeds the generator again, so these are the weights of input 1 once more.
        random.seed(NotebookExample.SEED);
        double[] out = report.figure("seed1/In [20]/hid_out_weights", random.rand(2));
        report.line("weights of the output  %s", Arrays.toString(out));
        output(report, out, beside(toHidden1, toHidden2));
        return new SixWeights(first[0], first[1], second[0], second[1], out[0], out[1]);
    }

    private void output(Report report, double[] weights, double[][] hidden) {
        report.figure("seed1/In [22]/joint_to_out", hidden);
        double[][] output = rowSums(times(hidden, weights));
        report.figure("seed1/In [24]/output[:5]", Arrays.copyOf(output, 5));
        double[] flat = report.figure("seed1/In [24]/output", flat(output));
        double rmse = report.figure(
                "seed1/In [25]/rmse of the first forward pass",
                NumpyRmse.of(data.targets().toArray(), flat));
        report.line("RMSE of the forward pass as the document computes it: %s", rmse);
    }

    private static void shape(Report report, String name, double[][] rows) {
        report.figure(name, new double[] {rows.length, rows[0].length});
    }

    private double[][] column(int c) {
        return data.inputs().columnRange(c, c + 1).copy().toRows();
    }

    /** Rows of one number or of as many as there are weights, times the weights. */
    private static double[][] times(double[][] rows, double[] weights) {
        double[][] products = new double[rows.length][weights.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < weights.length; c++) {
                products[r][c] = weights[c] * rows[r][rows[r].length == 1 ? 0 : c];
            }
        }
        return products;
    }

    private static double[][] rowSums(double[][] rows) {
        double[][] sums = new double[rows.length][1];
        for (int r = 0; r < rows.length; r++) {
            sums[r][0] = rows[r][0] + rows[r][1];
        }
        return sums;
    }

    private static double[][] beside(double[][] left, double[][] right) {
        double[][] joined = new double[left.length][];
        for (int r = 0; r < left.length; r++) {
            joined[r] = new double[] {left[r][0], right[r][0]};
        }
        return joined;
    }

    private static double[] flat(double[][] column) {
        return Arrays.stream(column).mapToDouble(row -> row[0]).toArray();
    }
}
