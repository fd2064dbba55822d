package io.github.smallnn.train;

import java.util.List;

/**
 * What one call of {@code fit} came to. Immutable, any thread.
 *
 * @param epochs the epochs completed, in order; none if the first was interrupted
 * @param stopReason why it ended
 */
public record History(List<EpochReport> epochs, StopReason stopReason) {

    /**
     * Copies the list.
     *
     * @param epochs the epochs completed
     * @param stopReason why it ended
     */
    public History {
        epochs = List.copyOf(epochs);
    }

    /**
     * The last epoch completed.
     *
     * @return its report
     * @throws IllegalStateException if no epoch was completed
     */
    public EpochReport last() {
        if (epochs.isEmpty()) {
            throw new IllegalStateException("no epoch was completed; the run ended by " + stopReason);
        }
        return epochs.get(epochs.size() - 1);
    }

    /**
     * Training loss of every epoch.
     *
     * @return a new array
     */
    public double[] losses() {
        return epochs.stream().mapToDouble(EpochReport::loss).toArray();
    }

    /**
     * Validation loss of every epoch, NaN where there was no validation data.
     *
     * @return a new array
     */
    public double[] validationLosses() {
        return epochs.stream()
                .mapToDouble(e -> e.validationLoss().orElse(Double.NaN))
                .toArray();
    }
}
