package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.kernel.Gemms;
import java.util.List;
import java.util.StringJoiner;

/** The matrix-product backends, and classes of planned products, that a benchmark ran, as a set of bits: a benchmark can only report numbers. */
final class Backends {
    private static final List<String> NAMES = List.of("direct", "portable", "vector", "native", "fixed");

    private Backends() {}

    /** The backend that the library chooses, in this JVM, for a product. */
    static int of(int m, int n, int k) {
        return of(Gemms.select(m, n, k).name());
    }

    /** A backend, or what computes a planned product, by its name. */
    static int of(String name) {
        int i = NAMES.indexOf(name);
        if (i < 0) {
            throw new IllegalStateException("backend '" + name + "' is missing in Backends.NAMES " + NAMES);
        }
        return 1 << i;
    }

    /** The backends of all products of a training step. */
    static int of(Job job) {
        int all = 0;
        for (int l = 0; l < job.layers(); l++) {
            int in = job.width(l);
            int out = job.width(l + 1);
            all |= of(job.batch(), out, in) | of(in, out, job.batch());
            if (l > 0) {
                all |= of(job.batch(), in, out);
            }
        }
        return all;
    }

    /** The backends of all products of a prediction. */
    static int of(PredictJob predict) {
        Job job = predict.network();
        int all = 0;
        for (int l = 0; l < job.layers(); l++) {
            all |= of(predict.rows(), job.width(l + 1), job.width(l));
        }
        return all;
    }

    /** The names of a set, such as {@code direct+portable}; {@code -} for none. */
    static String names(int set) {
        StringJoiner s = new StringJoiner("+").setEmptyValue("-");
        for (int i = 0; i < NAMES.size(); i++) {
            if ((set >> i & 1) != 0) {
                s.add(NAMES.get(i));
            }
        }
        return s.toString();
    }
}
