package io.github.smallnn.kernel;

/** A program for a virtual machine of its own: products of several sizes, then the report. */
final class BackendProbe {

    private BackendProbe() {}

    public static void main(String[] args) {
        GemmWorkspace work = new GemmWorkspace();
        for (int size : new int[] {2, 40, 3, 64, 40}) {
            double[] x = new double[size * size];
            double[] y = new double[size * size];
            Gemms.select(size, size, size)
                    .dgemm(false, false, size, size, size, 1, x, 0, size, x, 0, size, 0, y, 0, size, work);
        }
        System.out.println(Backends.report());
    }
}
