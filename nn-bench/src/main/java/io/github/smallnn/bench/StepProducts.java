package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.NetlibBlas;
import io.github.smallnn.bench.kernel.Products;
import io.github.smallnn.bench.kernel.TimedProduct;
import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Product;
import io.github.smallnn.tensor.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * The matrix products of one training step by the system's BLAS, and nothing else: for each layer that of the forward
 * pass, that of the weight's gradient, and that of the input's gradient except for the first. A step of a network can
 * hardly be faster than this, wherever its products come from.
 */
final class StepProducts implements Contestant {
    private static final String THREADS = "OPENBLAS_NUM_THREADS";
    private static final double DOUBLE_ROUNDOFF = 0x1p-53;
    private static final double FLOAT_ROUNDOFF = 0x1p-24;

    private final TimedProduct[] products;
    private final double error;

    private StepProducts(TimedProduct[] products, double error) {
        this.products = products;
        this.error = error;
    }

    /** The products of a job, each held against naive loops; null where there is no system BLAS. */
    static StepProducts of(Job job, Precision precision) {
        NetlibBlas found = NetlibBlas.ofSystem();
        if (found.blas() == null) {
            return null;
        }
        double roundoff = precision == Precision.DOUBLE ? DOUBLE_ROUNDOFF : FLOAT_ROUNDOFF;
        List<TimedProduct> timed = new ArrayList<>();
        double error = 0;
        for (Product product : list(job)) {
            TimedProduct p = Products.blas(found.blas(), product, precision);
            p.run();
            error = Math.max(error, product.check(roundoff, p));
            timed.add(p);
        }
        return new StepProducts(timed.toArray(new TimedProduct[0]), error);
    }

    static List<Product> list(Job job) {
        List<Product> all = new ArrayList<>();
        for (int l = 0; l < job.layers(); l++) {
            int in = job.width(l);
            int out = job.width(l + 1);
            all.add(product(job.batch(), out, in, Product.Form.AB));
            all.add(product(in, out, job.batch(), Product.Form.ATB));
            if (l > 0) {
                all.add(product(job.batch(), in, out, Product.Form.ABT));
            }
        }
        return all;
    }

    private static Product product(int m, int n, int k, Product.Form form) {
        return Product.of(m + "x" + n + "x" + k, form);
    }

    /** Threads that OpenBLAS was told to use; 0 where it was not told, and takes as many as there are cores. */
    static int threads() {
        String told = System.getenv(THREADS);
        return told == null ? 0 : Integer.parseInt(told.strip());
    }

    /** Largest error of a product over its bound. */
    double error() {
        return error;
    }

    @Override
    public double step() {
        for (TimedProduct p : products) {
            p.run();
        }
        return products[0].get(0, 0);
    }
}
