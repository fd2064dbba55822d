package io.github.smallnn.kernel;

import java.util.Arrays;

/**
 * The columns of a convolution: one row per input channel and tap (taps row by row), one column per output position, zero
 * where the tap lies in the padding. Stateless, any thread.
 */
final class DoubleColumns {
    private DoubleColumns() {}

    /** Writes the columns of one sample. */
    static void gather(Window window, int channels, int height, int width, double[] x, int xo, double[] columns) {
        int down = window.height().outputs(height);
        int along = window.width().outputs(width);
        int to = 0;
        for (int c = 0, image = xo; c < channels; c++, image += height * width) {
            for (int ky = 0; ky < window.height().kernel(); ky++) {
                for (int kx = 0; kx < window.width().kernel(); kx++) {
                    for (int oy = 0; oy < down; oy++, to += along) {
                        int iy = window.height().position(oy, ky);
                        if (iy < 0 || iy >= height) {
                            Arrays.fill(columns, to, to + along, 0);
                        } else {
                            gatherLine(window.width(), kx, x, image + iy * width, width, columns, to, along);
                        }
                    }
                }
            }
        }
    }

    private static void gatherLine(Span s, int tap, double[] x, int xo, int width, double[] columns, int to, int n) {
        int first = s.firstOutput(tap, n);
        int end = s.endOutput(tap, width, first, n);
        int at = xo + s.position(0, tap);
        Arrays.fill(columns, to, to + first, 0);
        if (s.stride() == 1) {
            System.arraycopy(x, at + first, columns, to + first, end - first);
        } else {
            for (int o = first; o < end; o++) {
                columns[to + o] = x[at + o * s.stride()];
            }
        }
        Arrays.fill(columns, to + end, to + n, 0);
    }

    /** Adds the columns of one sample to where they came from. */
    static void scatter(Window window, int channels, int height, int width, double[] columns, double[] x, int xo) {
        int down = window.height().outputs(height);
        int along = window.width().outputs(width);
        int from = 0;
        for (int c = 0, image = xo; c < channels; c++, image += height * width) {
            for (int ky = 0; ky < window.height().kernel(); ky++) {
                for (int kx = 0; kx < window.width().kernel(); kx++) {
                    for (int oy = 0; oy < down; oy++, from += along) {
                        int iy = window.height().position(oy, ky);
                        if (iy >= 0 && iy < height) {
                            scatterLine(window.width(), kx, columns, from, along, x, image + iy * width, width);
                        }
                    }
                }
            }
        }
    }

    private static void scatterLine(Span s, int tap, double[] columns, int from, int n, double[] x, int xo, int width) {
        int first = s.firstOutput(tap, n);
        int end = s.endOutput(tap, width, first, n);
        int at = xo + s.position(0, tap);
        if (s.stride() == 1) {
            for (int o = first; o < end; o++) {
                x[at + o] += columns[from + o];
            }
        } else {
            for (int o = first; o < end; o++) {
                x[at + o * s.stride()] += columns[from + o];
            }
        }
    }
}
