package io.github.smallnn.schedule;

/**
 * A learning rate that follows from how training goes, which no schedule can know beforehand. A value; what it remembers is
 * its {@link Tracker}. Immutable, any thread.
 */
public interface RateControl {

    /**
     * A fresh memory.
     *
     * @param rate learning rate to begin with
     * @return a new tracker
     */
    Tracker start(double rate);

    /** The rate of one run. Mutable, confined. */
    interface Tracker {

        /**
         * The rate of the next epoch.
         *
         * @return the learning rate
         */
        double rate();

        /**
         * Takes note of an epoch.
         *
         * @param metric what is watched, such as the validation loss
         */
        void after(double metric);

        /**
         * Whether there is nothing left to try.
         *
         * @return true to end the run
         */
        default boolean stops() {
            return false;
        }
    }
}
