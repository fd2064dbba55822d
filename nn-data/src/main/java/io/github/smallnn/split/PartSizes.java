package io.github.smallnn.split;

/** Numbers of rows of the two parts of a split, resolved for a number of rows. */
record PartSizes(int train, int test) {

    /**
     * Rounds shares of n rows: up for the test part, down for training. Where both parts are to take the rest, the test
     * part is {@code open}.
     */
    static PartSizes of(Size test, Size train, Size open, int n) {
        boolean bothRest = test instanceof Size.Rest && train instanceof Size.Rest;
        int testRows = testRows(bothRest ? open : test, train, n);
        return new PartSizes(trainRows(train, n, testRows), testRows);
    }

    private static int testRows(Size test, Size train, int n) {
        int rows;
        if (test instanceof Size.Fraction f) {
            rows = (int) Math.ceil(f.share() * n);
        } else if (test instanceof Size.Count c) {
            rows = c.rows();
        } else {
            rows = n - trainRows(train, n, 0);
        }
        if (rows < 1 || rows >= n) {
            throw new IllegalArgumentException(doesNotFit("test", rows, n));
        }
        return rows;
    }

    private static int trainRows(Size train, int n, int testRows) {
        int rows = n - testRows;
        if (train instanceof Size.Fraction f) {
            rows = (int) Math.floor(f.share() * n);
        } else if (train instanceof Size.Count c) {
            rows = c.rows();
        }
        if (rows < 1 || rows > n - testRows) {
            throw new IllegalArgumentException(doesNotFit("training", rows, n)
                    + (testRows == 0 ? "" : " beside a test part of " + testRows + " rows"));
        }
        return rows;
    }

    private static String doesNotFit(String part, int rows, int n) {
        return "a " + part + " part of " + rows + " rows does not fit " + n
                + " rows; both parts need at least one row and together at most all rows";
    }
}
