package io.github.smallnn.bench.work;

/**
 * The reference of a job: plain loops in double, written apart from everything that is timed. Contestants are held
 * against its loss; its own speed is of no interest.
 */
public final class NaiveNetwork implements Contestant {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Problem problem;
    private final Job job;
    private final int perLayer;
    private final double[][] parameters;
    private final double[][] gradients;
    private final double[][] first;
    private final double[][] second;
    private final double[][] outputs;
    private long steps;

    /**
     * The reference at its start.
     *
     * @param problem data and first parameters. Not modified.
     */
    public NaiveNetwork(Problem problem) {
        this.problem = problem;
        this.job = problem.job();
        this.perLayer = job.bias() ? 2 : 1;
        int n = problem.parameters().length;
        this.parameters = new double[n][];
        this.gradients = new double[n][];
        this.first = new double[n][];
        this.second = new double[n][];
        for (int i = 0; i < n; i++) {
            parameters[i] = problem.parameters()[i].clone();
            gradients[i] = new double[parameters[i].length];
            first[i] = new double[parameters[i].length];
            second[i] = new double[parameters[i].length];
        }
        this.outputs = new double[job.layers() + 1][];
    }

    /**
     * Loss of the last of a number of steps from the start.
     *
     * @param problem data and first parameters. Not modified.
     * @param steps how many, at least 1
     * @return the loss
     */
    public static double lossAfter(Problem problem, int steps) {
        NaiveNetwork network = new NaiveNetwork(problem);
        double loss = Double.NaN;
        for (int i = 0; i < steps; i++) {
            loss = network.step();
        }
        return loss;
    }

    @Override
    public double step() {
        int batch = (int) (steps % job.batches());
        steps++;
        forward(problem.inputs()[batch]);
        double[] prediction = outputs[job.layers()];
        double[] target = problem.targets()[batch];
        double[] g = new double[prediction.length];
        double loss = job.classes() ? crossEntropy(prediction, target, g) : squaredError(prediction, target, g);
        backward(g);
        for (int i = 0; i < parameters.length; i++) {
            update(i);
        }
        return loss;
    }

    /**
     * Outputs for a batch of any size.
     *
     * @param input rows x inputs. Not modified.
     * @return rows x outputs, a new array
     */
    public double[] predict(double[] input) {
        forward(input);
        return outputs[job.layers()];
    }

    private void forward(double[] input) {
        outputs[0] = input;
        for (int l = 0; l < job.layers(); l++) {
            int in = job.width(l);
            int out = job.width(l + 1);
            double[] x = outputs[l];
            double[] w = parameters[perLayer * l];
            int rows = x.length / in;
            double[] y = new double[rows * out];
            for (int r = 0; r < rows; r++) {
                for (int i = 0; i < in; i++) {
                    for (int o = 0; o < out; o++) {
                        y[r * out + o] += x[r * in + i] * w[i * out + o];
                    }
                }
                for (int o = 0; o < out; o++) {
                    double z = y[r * out + o] + (job.bias() ? parameters[perLayer * l + 1][o] : 0);
                    y[r * out + o] = l + 1 < job.layers() ? activate(z) : z;
                }
            }
            outputs[l + 1] = y;
        }
    }

    private double activate(double z) {
        return switch (job.hidden()) {
            case LINEAR -> z;
            case TANH -> Math.tanh(z);
            case RELU -> Math.max(z, 0);
        };
    }

    private double slope(double y) {
        return switch (job.hidden()) {
            case LINEAR -> 1;
            case TANH -> 1 - y * y;
            case RELU -> y > 0 ? 1 : 0;
        };
    }

    private static double squaredError(double[] y, double[] t, double[] g) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (y[i] - t[i]) * (y[i] - t[i]);
            g[i] = 2 * (y[i] - t[i]) / y.length;
        }
        return sum / y.length;
    }

    private double crossEntropy(double[] y, double[] t, double[] g) {
        int n = job.outputs();
        double sum = 0;
        for (int r = 0; r < t.length; r++) {
            double mass = 0;
            for (int c = 0; c < n; c++) {
                mass += Math.exp(y[r * n + c]);
            }
            sum += Math.log(mass) - y[r * n + (int) t[r]];
            for (int c = 0; c < n; c++) {
                g[r * n + c] = (Math.exp(y[r * n + c]) / mass - (c == (int) t[r] ? 1 : 0)) / t.length;
            }
        }
        return sum / t.length;
    }

    private void backward(double[] ofOutput) {
        double[] g = ofOutput;
        for (int l = job.layers() - 1; l >= 0; l--) {
            parameterGradients(l, g);
            g = l == 0 ? g : inputGradient(l, g);
        }
    }

    private void parameterGradients(int l, double[] g) {
        int in = job.width(l);
        int out = job.width(l + 1);
        double[] x = outputs[l];
        double[] gw = new double[in * out];
        double[] gb = new double[out];
        for (int r = 0; r < job.batch(); r++) {
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    gw[i * out + o] += x[r * in + i] * g[r * out + o];
                }
            }
            for (int o = 0; o < out; o++) {
                gb[o] += g[r * out + o];
            }
        }
        gradients[perLayer * l] = gw;
        if (job.bias()) {
            gradients[perLayer * l + 1] = gb;
        }
    }

    private double[] inputGradient(int l, double[] g) {
        int in = job.width(l);
        int out = job.width(l + 1);
        double[] w = parameters[perLayer * l];
        double[] d = new double[job.batch() * in];
        for (int r = 0; r < job.batch(); r++) {
            for (int i = 0; i < in; i++) {
                double sum = 0;
                for (int o = 0; o < out; o++) {
                    sum += g[r * out + o] * w[i * out + o];
                }
                d[r * in + i] = sum * slope(outputs[l][r * in + i]);
            }
        }
        return d;
    }

    private void update(int p) {
        double[] w = parameters[p];
        for (int i = 0; i < w.length; i++) {
            double g = gradients[p][i];
            switch (job.rule()) {
                case SGD -> w[i] -= job.rate() * g;
                case MOMENTUM -> {
                    first[p][i] = Job.MOMENTUM * first[p][i] + g;
                    w[i] -= job.rate() * first[p][i];
                }
                case ADAM -> {
                    first[p][i] = BETA1 * first[p][i] + (1 - BETA1) * g;
                    second[p][i] = BETA2 * second[p][i] + (1 - BETA2) * g * g;
                    double m = first[p][i] / (1 - Math.pow(BETA1, steps));
                    double v = second[p][i] / (1 - Math.pow(BETA2, steps));
                    w[i] -= job.rate() * m / (Math.sqrt(v) + EPSILON);
                }
            }
        }
    }
}
