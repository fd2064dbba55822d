package io.github.smallnn.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The matrix {@code (D'D)^-1} of a fit's design D = [1 X] (X without an intercept), split into a root: what standard
 * errors, leverages and inflation factors are made of. Where columns depend on each other it is the pseudo-inverse.
 *
 * @param fit the fit
 * @param root T of features x rank with {@code T T' = (X'X)^-1}, X centred
 * @param inverse {@code T T'}
 */
record DesignGeometry(LinearFit fit, DMatrixRMaj root, DMatrixRMaj inverse) {

    static DesignGeometry of(LinearFit fit) {
        ThinSvd svd = ThinSvd.of(fit.solution().factor());
        int rank = fit.rank();
        DMatrixRMaj root = new DMatrixRMaj(svd.v().numRows, rank);
        for (int i = 0; i < root.numRows; i++) {
            for (int j = 0; j < rank; j++) {
                root.set(i, j, svd.v().get(i, j) / svd.s()[j]);
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(root.numRows, root.numRows);
        CommonOps_DDRM.multTransB(root, root, inverse);
        return new DesignGeometry(fit, root, inverse);
    }

    /** {@code (D'D)^-1}, the intercept first if there is one. */
    DMatrixRMaj full() {
        if (!fit.centre().fitted()) {
            return inverse;
        }
        int p = inverse.numRows;
        double[] means = fit.centre().x();
        DMatrixRMaj full = new DMatrixRMaj(p + 1, p + 1);
        CommonOps_DDRM.insert(inverse, full, 1, 1);
        double corner = 1 / fit.centre().weight();
        for (int i = 0; i < p; i++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += inverse.get(i, j) * means[j];
            }
            full.set(0, i + 1, -sum);
            full.set(i + 1, 0, -sum);
            corner += means[i] * sum;
        }
        full.set(0, 0, corner);
        return full;
    }

    /** Leverage of a row of weight 1 that is given as its distance from the means. */
    double leverage(double[] deviation) {
        double h = fit.centre().fitted() ? 1 / fit.centre().weight() : 0;
        for (int j = 0; j < root.numCols; j++) {
            double projection = 0;
            for (int i = 0; i < deviation.length; i++) {
                projection += root.get(i, j) * deviation[i];
            }
            h += projection * projection;
        }
        return h;
    }

    /** Variance inflation factors of the columns. */
    double[] inflation() {
        DMatrixRMaj factor = fit.solution().factor();
        double[] vif = new double[factor.numCols];
        for (int j = 0; j < vif.length; j++) {
            double square = 0;
            for (int i = 0; i < factor.numRows; i++) {
                square += factor.get(i, j) * factor.get(i, j);
            }
            vif[j] = inverse.get(j, j) * square;
        }
        for (Dependence d : fit.dependences()) {
            vif[fit.names().indexOf(d.column())] = Double.POSITIVE_INFINITY;
            d.terms().forEach(t -> vif[fit.names().indexOf(t.column())] = Double.POSITIVE_INFINITY);
        }
        return vif;
    }

    /** A matrix of as many columns as D, and with the same singular values. */
    static DMatrixRMaj factor(LinearFit fit) {
        DMatrixRMaj centred = fit.solution().factor();
        if (!fit.centre().fitted()) {
            return centred;
        }
        double root = Math.sqrt(fit.centre().weight());
        DMatrixRMaj factor = new DMatrixRMaj(centred.numRows + 1, centred.numCols + 1);
        CommonOps_DDRM.insert(centred, factor, 1, 1);
        factor.set(0, 0, root);
        for (int j = 0; j < centred.numCols; j++) {
            factor.set(0, j + 1, root * fit.centre().x()[j]);
        }
        return factor;
    }
}
