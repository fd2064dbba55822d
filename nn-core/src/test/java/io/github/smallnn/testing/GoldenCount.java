package io.github.smallnn.testing;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts which cases of a golden file a test ran, so that none is left out in silence. Made before the cases run, told
 * of each case that passed, and finished after the last one. Confined to one thread.
 */
public final class GoldenCount {
    private final Golden golden;
    private final Set<String> later;
    private final Set<String> ran = new LinkedHashSet<>();

    /**
     * Starts the count.
     *
     * @param golden the file
     * @param later the ids of the cases that are left for later
     * @throws IllegalArgumentException if an id in {@code later} is not in the file
     */
    public GoldenCount(Golden golden, Set<String> later) {
        this.golden = golden;
        this.later = new TreeSet<>(later);
        this.later.forEach(golden::find);
    }

    /**
     * Whether a case is to be run, that is, is not left for later.
     *
     * @param c a case of the file
     * @return true if it is to be run
     */
    public boolean wanted(GoldenCase c) {
        return !later.contains(c.id());
    }

    /**
     * Notes that a case ran and passed.
     *
     * @param c a case of the file
     * @throws AssertionError if it is listed as left for later
     */
    public void ran(GoldenCase c) {
        if (!wanted(c)) {
            throw new AssertionError(golden.file() + " " + c.id() + " ran: take it off the list of cases for later");
        }
        ran.add(golden.find(c.id()).id());
    }

    /**
     * Prints one line such as {@code golden rng.json: 144 of 144 cases run} and what ran to standard output, then checks
     * that every case was run or is listed as left for later.
     *
     * @throws AssertionError if a case neither ran nor is left for later
     */
    public void finish() {
        System.out.println(line() + " (" + Running.on() + ")");
        requireComplete();
    }

    void requireComplete() {
        Set<String> missing = new LinkedHashSet<>();
        golden.cases().forEach(c -> missing.add(c.id()));
        missing.removeAll(ran);
        missing.removeAll(later);
        if (!missing.isEmpty()) {
            throw new AssertionError("golden " + golden.file() + ": neither run nor left for later: " + missing);
        }
    }

    /**
     * The line that {@link #finish()} prints.
     *
     * @return file, number of cases run, number of cases, and the ids left for later if there are any
     */
    public String line() {
        String line = "golden " + golden.file() + ": " + ran.size() + " of "
                + golden.cases().size() + " cases run";
        return later.isEmpty() ? line : line + "; left for later: " + later;
    }
}
