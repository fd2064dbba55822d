package io.github.smallnn.split;

/** How large one part of a split is to be. */
public sealed interface Size {

    /**
     * A share of all rows: rounded up for the test part, down for the training part.
     *
     * @param share above 0 and below 1
     */
    record Fraction(double share) implements Size {
        /**
         * Checks the share.
         *
         * @param share above 0 and below 1
         * @throws IllegalArgumentException if it is not between 0 and 1
         */
        public Fraction {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("a fraction of the rows must be above 0 and below 1, got " + share
                        + "; give a count as a whole number");
            }
        }
    }

    /**
     * A number of rows.
     *
     * @param rows at least 1
     */
    record Count(int rows) implements Size {
        /**
         * Checks the number.
         *
         * @param rows at least 1
         * @throws IllegalArgumentException if it is below 1
         */
        public Count {
            if (rows < 1) {
                throw new IllegalArgumentException("a part of a split needs at least 1 row, got " + rows);
            }
        }
    }

    /** What the other part leaves; where both parts say so, the test part is a quarter of the rows. */
    record Rest() implements Size {}
}
