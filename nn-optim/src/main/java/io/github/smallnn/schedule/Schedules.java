package io.github.smallnn.schedule;

import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * Factories of schedules, in closed form: the factor depends on the epoch alone, not on the way to it. What PyTorch gives
 * as a rate is a factor of the optimizer's rate here. All count epochs; {@link EpochSchedule#perStep()} makes them count
 * steps. One's own (PyTorch's {@code LambdaLR}) is a lambda.
 */
public final class Schedules {
    private Schedules() {}

    /**
     * The base rate throughout.
     *
     * @return factor 1
     */
    public static EpochSchedule constant() {
        return epoch -> 1;
    }

    /**
     * A fraction of the rate at first: factor for so many epochs, then 1. PyTorch's {@code ConstantLR}.
     *
     * @param factor finite and not negative
     * @param epochs how long, at least 0
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static EpochSchedule constant(double factor, long epochs) {
        Checks.factor("constant", "factor", factor);
        Checks.count("constant", "epochs", epochs, 0);
        return epoch -> epoch < epochs ? factor : 1;
    }

    /**
     * Multiplies the rate by gamma every so many epochs: gamma^floor(epoch / size). PyTorch's {@code StepLR}.
     *
     * @param size epochs of one rate, at least 1
     * @param gamma factor from one rate to the next, finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if size or gamma is out of range
     */
    public static EpochSchedule step(int size, double gamma) {
        Checks.count("step", "size", size, 1);
        Checks.factor("step", "gamma", gamma);
        return epoch -> Curves.power(gamma, epoch / size);
    }

    /**
     * Multiplies the rate by gamma at each milestone: gamma^(milestones not above epoch). PyTorch's {@code MultiStepLR}.
     *
     * @param gamma finite and not negative
     * @param milestones epochs in ascending order, from 0
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range or the milestones do not ascend
     */
    public static EpochSchedule multiStep(double gamma, long... milestones) {
        Checks.factor("multi-step", "gamma", gamma);
        long[] at = Checks.ascending("multi-step", milestones);
        return epoch -> Curves.power(gamma, Checks.passed(at, epoch));
    }

    /**
     * Given factors between given epochs. Keras's {@code PiecewiseConstantDecay}, which counts steps and changes one later.
     *
     * @param milestones epochs at which the next factor begins, ascending
     * @param factors one more than milestones, finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if the counts do not fit or an argument is out of range
     */
    public static EpochSchedule piecewise(long[] milestones, double... factors) {
        long[] at = Checks.ascending("piecewise", milestones);
        if (factors.length != at.length + 1) {
            throw new IllegalArgumentException("piecewise schedule needs one factor more than milestones, but got "
                    + factors.length + " factors for " + at.length + " milestones");
        }
        double[] values = factors.clone();
        for (double f : values) {
            Checks.factor("piecewise", "factor", f);
        }
        return epoch -> values[Checks.passed(at, epoch)];
    }

    /**
     * gamma^epoch. PyTorch's {@code ExponentialLR}; Keras's {@code ExponentialDecay} is gamma^(step / steps).
     *
     * @param gamma finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if gamma is out of range
     */
    public static EpochSchedule exponential(double gamma) {
        Checks.factor("exponential", "gamma", gamma);
        return epoch -> Curves.power(gamma, epoch);
    }

    /**
     * From one factor to another in a straight line, then there. PyTorch's {@code LinearLR}; a warm-up from 0 to 1.
     *
     * @param start factor of the first epoch, finite and not negative
     * @param end factor from {@code epochs} on, finite and not negative
     * @param epochs how long, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static EpochSchedule linear(double start, double end, long epochs) {
        Checks.factor("linear", "start", start);
        Checks.factor("linear", "end", end);
        Checks.count("linear", "epochs", epochs, 1);
        return epoch -> start + (end - start) * Math.min(epoch, epochs) / epochs;
    }

    /**
     * (1 - epoch / epochs)^power, 0 from {@code epochs} on. PyTorch's {@code PolynomialLR}.
     *
     * @param epochs how long, at least 1
     * @param power above 0
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static EpochSchedule polynomial(long epochs, double power) {
        Checks.count("polynomial", "epochs", epochs, 1);
        Checks.positive("polynomial", "power", power);
        return epoch -> Curves.power(1 - (double) Math.min(epoch, epochs) / epochs, power);
    }

    /**
     * Half a wave from 1 to a floor: floor + (1 - floor) (1 + cos(pi epoch / epochs)) / 2. After {@code epochs} it climbs
     * again, as PyTorch's {@code CosineAnnealingLR} does; Keras's {@code CosineDecay} stays at the floor.
     *
     * @param epochs from top to floor, at least 1
     * @param floor lowest factor, finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static EpochSchedule cosine(long epochs, double floor) {
        Checks.count("cosine", "epochs", epochs, 1);
        Checks.factor("cosine", "floor", floor);
        return epoch -> Curves.halfWave(1, floor, (double) epoch / epochs);
    }

    /**
     * Half waves from 1 to a floor, each {@code multiple} times as long as the one before. PyTorch's
     * {@code CosineAnnealingWarmRestarts}.
     *
     * @param first epochs of the first wave, at least 1
     * @param multiple growth of the waves, at least 1
     * @param floor lowest factor, finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static EpochSchedule warmRestarts(long first, int multiple, double floor) {
        Checks.count("warm-restart", "first wave", first, 1);
        Checks.count("warm-restart", "multiple", multiple, 1);
        Checks.factor("warm-restart", "floor", floor);
        return epoch -> {
            long at = multiple == 1 ? epoch % first : epoch;
            long length = first;
            while (at >= length) {
                at -= length;
                length *= multiple;
            }
            return Curves.halfWave(1, floor, (double) at / length);
        };
    }

    /**
     * 1 / (1 + decay epoch). Keras's {@code InverseTimeDecay}.
     *
     * @param decay finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if the decay is out of range
     */
    public static EpochSchedule inverseTime(double decay) {
        Checks.factor("inverse-time", "decay", decay);
        return epoch -> 1 / (1 + decay * epoch);
    }

    /**
     * scikit-learn's {@code learning_rate="invscaling"}: 1 / (samples seen + 1)^power.
     *
     * @param rows rows of the training data, at least 1
     * @param power scikit-learn's {@code power_t}, 0.5 by default, above 0
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static EpochSchedule inverseScaling(long rows, double power) {
        Checks.count("inverse-scaling", "rows", rows, 1);
        Checks.positive("inverse-scaling", "power", power);
        return epoch -> 1 / Curves.power((double) epoch * rows + 1, power);
    }

    /**
     * The product of a function over the epochs 1 to the present one. PyTorch's {@code MultiplicativeLR}. Each call takes
     * the product anew.
     *
     * @param factor factor from the epoch before to the given one
     * @return the schedule
     */
    public static EpochSchedule multiplicative(LongToDoubleFunction factor) {
        return epoch -> {
            double product = 1;
            for (long e = 1; e <= epoch; e++) {
                product *= factor.applyAsDouble(e);
            }
            return product;
        };
    }

    /**
     * One schedule after the other; each begins anew at its milestone. PyTorch's {@code SequentialLR}.
     *
     * @param milestones epochs at which the next schedule begins, ascending
     * @param schedules one more than milestones
     * @return the schedule
     * @throws IllegalArgumentException if the counts do not fit or the milestones do not ascend
     */
    public static EpochSchedule sequence(long[] milestones, EpochSchedule... schedules) {
        long[] at = Checks.ascending("sequence", milestones);
        if (schedules.length != at.length + 1) {
            throw new IllegalArgumentException("a sequence needs one schedule more than milestones, but got "
                    + schedules.length + " schedules for " + at.length + " milestones");
        }
        return new Sequence(at, List.of(schedules));
    }

    /**
     * The product of several schedules. PyTorch's {@code ChainedScheduler}. The momentum is that of the first that has one.
     *
     * @param schedules at least one
     * @return the schedule
     * @throws IllegalArgumentException if there is none
     */
    public static EpochSchedule product(EpochSchedule... schedules) {
        if (schedules.length == 0) {
            throw new IllegalArgumentException("a product of schedules needs at least one");
        }
        return new Product(List.of(schedules));
    }

    private record Sequence(long[] milestones, List<EpochSchedule> schedules) implements EpochSchedule {
        @Override
        public double factor(long epoch) {
            int k = Checks.passed(milestones, epoch);
            return schedules.get(k).factor(since(k, epoch));
        }

        @Override
        public double momentum(long epoch) {
            int k = Checks.passed(milestones, epoch);
            return schedules.get(k).momentum(since(k, epoch));
        }

        private long since(int k, long epoch) {
            return k == 0 ? epoch : epoch - milestones[k - 1];
        }
    }

    private record Product(List<EpochSchedule> schedules) implements EpochSchedule {
        @Override
        public double factor(long epoch) {
            double product = 1;
            for (int i = 0; i < schedules.size(); i++) {
                product *= schedules.get(i).factor(epoch);
            }
            return product;
        }

        @Override
        public double momentum(long epoch) {
            double momentum = Double.NaN;
            for (int i = 0; i < schedules.size() && Double.isNaN(momentum); i++) {
                momentum = schedules.get(i).momentum(epoch);
            }
            return momentum;
        }
    }
}
