package io.github.smallnn.solve;

/**
 * A line search for a point that is low enough and flat enough: f(t) &lt;= f(0) + c1 t f'(0) and |f'(t)| &lt;= c2 |f'(0)|,
 * with c1 = 1e-4 and c2 = 0.9. It first widens a bracket, then narrows it, by cubics through values and slopes, and takes
 * the same points as PyTorch's does. Source: Nocedal and Wright, "Numerical optimization", 2nd edition, algorithms 3.5 and
 * 3.6. Confined.
 */
final class StrongWolfe {
    private static final double DECREASE = 1e-4;
    private static final double FLATNESS = 0.9;
    private static final int MOST = 25;

    /** The objective along the line. */
    interface Line {
        /** Value at a step, whose gradient is written. */
        double evaluate(double step, double[] gradient);
    }

    /** A point on the line. */
    static final class Point {
        private final double[] gradient;
        private double step;
        private double value;
        private double slope;

        Point(int size) {
            gradient = new double[size];
        }

        double[] gradient() {
            return gradient;
        }

        double step() {
            return step;
        }

        double value() {
            return value;
        }

        private void assign(Point other) {
            Vectors.copy(other.gradient, gradient);
            step = other.step;
            value = other.value;
            slope = other.slope;
        }
    }

    private final Line line;
    private final double[] direction;
    private final double tolerance;
    private final Point start;
    private final Point now;
    // The ends of the bracket; which of them is the lower one changes.
    private final Point[] ends;
    private int low;
    private int searched;

    /** A search from a point with a value and a gradient; steps shorter than the tolerance are not told apart. */
    StrongWolfe(Line line, double[] direction, double value, double[] gradient, double tolerance) {
        this.line = line;
        this.direction = direction;
        this.tolerance = tolerance;
        int n = direction.length;
        this.start = new Point(n);
        this.now = new Point(n);
        this.ends = new Point[] {new Point(n), new Point(n)};
        start.value = value;
        Vectors.copy(gradient, start.gradient);
        start.slope = Vectors.dot(gradient, direction);
    }

    /** The point found; after {@value #MOST} points the lowest of the bracket. */
    Point search(double firstStep) {
        Point previous = ends[0];
        previous.assign(start);
        evaluate(firstStep);
        boolean found = widen(previous);
        if (found) {
            return now;
        }
        if (searched == MOST) {
            ends[0].assign(start);
        }
        ends[1].assign(now);
        low = lowerEnd();
        narrow();
        return ends[low];
    }

    private void evaluate(double step) {
        now.step = step;
        now.value = line.evaluate(step, now.gradient);
        now.slope = Vectors.dot(now.gradient, direction);
    }

    /** The lower end, the first of equal ones; never one that is not a number. */
    private int lowerEnd() {
        return ends[1].value < ends[0].value || Double.isNaN(ends[0].value) ? 1 : 0;
    }

    private boolean tooHigh(Point p) {
        // So written, a value that is not a number is too high as well.
        return !(p.value <= start.value + DECREASE * p.step * start.slope);
    }

    private boolean flat(Point p) {
        return Math.abs(p.slope) <= -FLATNESS * start.slope;
    }

    /** Goes on until the point itself will do (true), or it and the one before enclose one that does, or too many. */
    private boolean widen(Point previous) {
        while (searched < MOST) {
            if (tooHigh(now) || (searched > 1 && now.value >= previous.value)) {
                return false;
            }
            if (flat(now)) {
                return true;
            }
            if (now.slope >= 0) {
                return false;
            }
            double least = now.step + 0.01 * (now.step - previous.step);
            double next = cubic(previous, now, least, 10 * now.step);
            previous.assign(now);
            evaluate(next);
            searched++;
        }
        return false;
    }

    private void narrow() {
        double scale = Vectors.largest(direction);
        boolean slow = false;
        boolean done = false;
        while (!done && searched < MOST && Math.abs(ends[1].step - ends[0].step) * scale >= tolerance) {
            double left = Math.min(ends[0].step, ends[1].step);
            double right = Math.max(ends[0].step, ends[1].step);
            double step = cubic(ends[0], ends[1], left, right);
            double margin = 0.1 * (right - left);
            // Twice close to an end, or at it: a tenth of the bracket away from it instead.
            if (Math.min(right - step, step - left) >= margin) {
                slow = false;
            } else if (slow || step >= right || step <= left) {
                step = Math.abs(step - right) < Math.abs(step - left) ? right - margin : left + margin;
                slow = false;
            } else {
                slow = true;
            }
            evaluate(step);
            searched++;
            done = replaceEnd();
        }
    }

    /** Makes the new point an end of the bracket; true if it will do. */
    private boolean replaceEnd() {
        int high = 1 - low;
        if (tooHigh(now) || now.value >= ends[low].value) {
            ends[high].assign(now);
            low = lowerEnd();
            return false;
        }
        boolean done = flat(now);
        if (!done && now.slope * (ends[high].step - ends[low].step) >= 0) {
            ends[high].assign(ends[low]);
        }
        ends[low].assign(now);
        return done;
    }

    /** Minimum of the cubic through two points with their slopes, between bounds; their middle if there is none. */
    private static double cubic(Point a, Point b, double least, double most) {
        Point x = a.step <= b.step ? a : b;
        Point y = a.step <= b.step ? b : a;
        double d = x.slope + y.slope - 3 * (x.value - y.value) / (x.step - y.step);
        double square = d * d - x.slope * y.slope;
        if (!(square >= 0 && square < Double.POSITIVE_INFINITY)) {
            return (least + most) / 2;
        }
        double root = Math.sqrt(square);
        double at = y.step - (y.step - x.step) * ((y.slope + root - d) / (y.slope - x.slope + 2 * root));
        return Math.min(Math.max(at, least), most);
    }
}
