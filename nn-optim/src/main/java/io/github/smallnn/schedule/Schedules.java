package io.github.smallnn.schedule;

/** Factories of schedules, in closed form: the factor depends on the epoch alone, not on the way to it. */
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
     * Multiplies the rate by gamma every so many epochs: gamma^floor(epoch / size). PyTorch's {@code StepLR}.
     *
     * @param size epochs of one rate, at least 1
     * @param gamma factor from one rate to the next, finite and not negative
     * @return the schedule
     * @throws IllegalArgumentException if size or gamma is out of range
     */
    public static EpochSchedule step(int size, double gamma) {
        if (size < 1) {
            throw new IllegalArgumentException("step schedule needs a size of at least 1 epoch, but got " + size);
        }
        if (!(gamma >= 0 && gamma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("step schedule needs a finite gamma of at least 0, but got " + gamma);
        }
        // StrictMath: the same bits on every JVM.
        return epoch -> StrictMath.pow(gamma, epoch / size);
    }
}
