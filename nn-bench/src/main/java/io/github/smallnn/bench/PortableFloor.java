package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.Products;
import io.github.smallnn.bench.kernel.TimedProduct;
import io.github.smallnn.bench.work.Product;
import io.github.smallnn.kernel.Backends;
import io.github.smallnn.tensor.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The library's product against EJML's {@code mult} at seeded shapes up to 300 in every direction, in turns within one
 * run: the lowest ratios of speed. Meant for a JVM without flags, on which the portable kernel runs; the first lines say
 * which one does.
 */
final class PortableFloor {
    private static final List<String> PRECISIONS =
            Stream.of(Precision.values()).map(Precision::name).toList();
    private static final String USAGE = "usage: " + BenchMain.FLOOR + " [" + String.join("|", PRECISIONS)
            + "], the library's product against EJML's at seeded shapes; DOUBLE if nothing is given";
    private static final int SHAPES = 200;
    private static final int LARGEST = 300;
    private static final int SHOWN = 10;
    private static final long SEED = 20_241_122;
    /** A low ratio is measured again after more warming: it may be the compiler's delay or an interruption. */
    private static final int ATTEMPTS = 8;

    private static final long WARM_NANOS = 15_000_000;
    private static final long TURN_NANOS = 100_000;
    private static final int TURNS = 40;

    /** How often one side ran in a turn, and its shortest time for one product. */
    private static final class Side {
        private final TimedProduct product;
        private int times = 1;
        private double best = Double.MAX_VALUE;

        private Side(TimedProduct product) {
            this.product = product;
        }

        private void warm() {
            long end = System.nanoTime() + WARM_NANOS;
            while (System.nanoTime() < end) {
                turn();
                times = (int) Math.max(1, Math.min(1 << 20, TURN_NANOS / best));
            }
            best = Double.MAX_VALUE;
        }

        private void turn() {
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                product.run();
            }
            best = Math.min(best, (double) (System.nanoTime() - start) / times);
        }
    }

    private record Ratio(String size, double value, double gflops) {}

    private PortableFloor() {}

    /**
     * Measures and prints.
     *
     * @param args {@code DOUBLE}, which is taken when nothing is given, or {@code FLOAT}; {@code --help} tells so
     * @return the exit status: 2 for other arguments
     */
    static int run(List<String> args) {
        if (args.contains("--help") || args.contains("-h")) {
            System.out.println(USAGE);
            return 0;
        }
        if (args.size() > 1 || !PRECISIONS.containsAll(args)) {
            System.err.println(USAGE + "; unknown: " + args);
            return 2;
        }
        print(args.isEmpty() ? Precision.DOUBLE : Precision.valueOf(args.get(0)));
        return 0;
    }

    private static void print(Precision precision) {
        System.out.println(Backends.report());
        System.out.println(SHAPES + " shapes up to " + LARGEST + ", seed " + SEED + ", " + precision
                + ": speed of smallnn over that of EJML's mult");
        System.out.println(text(measure(precision)));
    }

    private static List<Ratio> measure(Precision precision) {
        Random random = new Random(SEED);
        List<Ratio> ratios = new ArrayList<>();
        for (int i = 0; i < SHAPES; i++) {
            String size = side(random) + "x" + side(random) + "x" + side(random);
            ratios.add(ratio(size, precision));
        }
        ratios.sort(Comparator.comparingDouble(Ratio::value));
        return ratios;
    }

    private static int side(Random random) {
        return 1 + random.nextInt(LARGEST);
    }

    private static Ratio ratio(String size, Precision precision) {
        Product product = Product.of(size, Product.Form.AB);
        Side ours = new Side(new SmallnnProduct(product, precision));
        Side ejml = new Side(Products.ejml(product, precision));
        ours.product.run();
        product.check(precision == Precision.DOUBLE ? 0x1p-53 : 0x1p-24, ours.product);
        double ratio = inTurns(ours, ejml);
        for (int again = 1; again < ATTEMPTS && ratio < 1; again++) {
            ratio = Math.max(ratio, inTurns(ours, ejml));
        }
        double flops = 2.0 * product.m() * product.n() * product.k();
        return new Ratio(size, ratio, flops / ours.best);
    }

    private static double inTurns(Side ours, Side ejml) {
        ours.warm();
        ejml.warm();
        for (int turn = 0; turn < TURNS; turn++) {
            ours.turn();
            ejml.turn();
        }
        return ejml.best / ours.best;
    }

    private static String text(List<Ratio> ascending) {
        StringBuilder text = new StringBuilder();
        for (Ratio r : ascending.subList(0, SHOWN)) {
            text.append(String.format(Locale.ROOT, "%6.2f  %-12s %6.1f GFLOPS%n", r.value, r.size, r.gflops));
        }
        Ratio median = ascending.get(ascending.size() / 2);
        return text.append(String.format(Locale.ROOT, "%6.2f  median", median.value))
                .toString();
    }
}
