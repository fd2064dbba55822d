// Generated from DoublePool.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** Maximum and mean of one image of floats under a moving window. Stateless, any thread. */
// The place of a maximum is searched again in the backward pass, which needs no buffer to remember it.
final class FloatPool {
    private FloatPool() {}

    static void max(Window w, int height, int width, float[] x, int xo, float[] y, int yo) {
        int down = w.height().outputs(height);
        int along = w.width().outputs(width);
        for (int oy = 0, to = yo; oy < down; oy++) {
            for (int ox = 0; ox < along; ox++) {
                y[to++] = x[xo + largest(w, oy, ox, height, width, x, xo)];
            }
        }
    }

    static void maxBackward(
            Window w, int height, int width, float[] x, int xo, float[] dy, int dyo, float[] dx, int dxo) {
        int down = w.height().outputs(height);
        int along = w.width().outputs(width);
        for (int oy = 0, from = dyo; oy < down; oy++) {
            for (int ox = 0; ox < along; ox++) {
                dx[dxo + largest(w, oy, ox, height, width, x, xo)] += dy[from++];
            }
        }
    }

    /** Place within the image of the first of the largest elements under the window at one output. */
    private static int largest(Window w, int oy, int ox, int height, int width, float[] x, int xo) {
        int first = w.width().firstTap(ox);
        int end = w.width().endTap(ox, width);
        int best = -1;
        for (int ky = w.height().firstTap(oy); ky < w.height().endTap(oy, height); ky++) {
            int line = w.height().position(oy, ky) * width + w.width().position(ox, 0);
            for (int at = line + first; at < line + end; at++) {
                if (best < 0 || x[xo + at] > x[xo + best] || x[xo + at] != x[xo + at]) {
                    best = at;
                }
            }
        }
        return best;
    }

    static void average(Window w, boolean countPadding, int height, int width, float[] x, int xo, float[] y, int yo) {
        int down = w.height().outputs(height);
        int along = w.width().outputs(width);
        for (int oy = 0, to = yo; oy < down; oy++) {
            for (int ox = 0; ox < along; ox++) {
                float sum = sum(w, oy, ox, height, width, x, xo);
                y[to++] = sum / divisor(w, countPadding, oy, ox, height, width);
            }
        }
    }

    private static float sum(Window w, int oy, int ox, int height, int width, float[] x, int xo) {
        int first = w.width().firstTap(ox);
        int end = w.width().endTap(ox, width);
        float s = 0;
        for (int ky = w.height().firstTap(oy); ky < w.height().endTap(oy, height); ky++) {
            int line = xo + w.height().position(oy, ky) * width + w.width().position(ox, 0);
            for (int at = line + first; at < line + end; at++) {
                s += x[at];
            }
        }
        return s;
    }

    static void averageBackward(
            Window w, boolean countPadding, int height, int width, float[] dy, int dyo, float[] dx, int dxo) {
        int down = w.height().outputs(height);
        int along = w.width().outputs(width);
        for (int oy = 0, from = dyo; oy < down; oy++) {
            for (int ox = 0; ox < along; ox++) {
                float share = dy[from++] / divisor(w, countPadding, oy, ox, height, width);
                add(w, oy, ox, height, width, share, dx, dxo);
            }
        }
    }

    private static void add(Window w, int oy, int ox, int height, int width, float v, float[] d, int dxo) {
        int first = w.width().firstTap(ox);
        int end = w.width().endTap(ox, width);
        for (int ky = w.height().firstTap(oy); ky < w.height().endTap(oy, height); ky++) {
            int line = dxo + w.height().position(oy, ky) * width + w.width().position(ox, 0);
            for (int at = line + first; at < line + end; at++) {
                d[at] += v;
            }
        }
    }

    private static int divisor(Window w, boolean countPadding, int oy, int ox, int height, int width) {
        if (countPadding) {
            return w.taps();
        }
        int down = w.height().endTap(oy, height) - w.height().firstTap(oy);
        return down * (w.width().endTap(ox, width) - w.width().firstTap(ox));
    }
}
