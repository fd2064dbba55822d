package io.github.smallnn.bench;

/**
 * The library against another contestant on one job, by medians.
 *
 * @param what the job
 * @param ours the library, and how it ran
 * @param other the contestant
 * @param times how many times as fast the library is; below 1 it loses
 */
record Comparison(String what, String ours, String other, double times) {}
