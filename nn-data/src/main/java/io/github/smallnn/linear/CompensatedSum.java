package io.github.smallnn.linear;

/** A running sum of numbers and products that keeps what rounding cuts off, as if made in twice the precision. */
final class CompensatedSum {
    // T. Ogita, S. M. Rump and S. Oishi, "Accurate sum and dot product", SIAM Journal on Scientific Computing 26
    // (2005).
    private double sum;
    private double lost;

    void clear() {
        sum = 0;
        lost = 0;
    }

    void add(double v) {
        double next = sum + v;
        double part = next - sum;
        lost += (sum - (next - part)) + (v - part);
        sum = next;
    }

    void addProduct(double a, double b) {
        double product = a * b;
        lost += Math.fma(a, b, -product);
        add(product);
    }

    double value() {
        return sum + lost;
    }
}
