package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.Product;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which products are measured, as m x n x k.
 *
 * @param ab sizes of A B
 * @param atb sizes of A' B
 * @param abt sizes of A B'
 */
record Shapes(List<String> ab, List<String> atb, List<String> abt) {
    /** Sizes at which the vector kernel is held against OpenBLAS. */
    static final Shapes BLAS = same(
            "16x16x16",
            "32x32x32",
            "48x48x48",
            "32x64x10",
            "32x16x32",
            "64x64x64",
            "32x64x64",
            "128x128x784",
            "128x256x784",
            "256x256x256",
            "256x1024x784",
            "256x1024x1024",
            "1024x1024x1024");
    /** Sizes with few rows or columns, at which both kernels are held against EJML. */
    static final Shapes NARROW =
            same("1x64x64", "32x1x64", "4x64x64", "16x8x64", "64x16x64", "128x10x128", "128x10x256");
    /** The products of a step of the two smallest jobs, whose calls take as long as their arithmetic. */
    static final Shapes TINY = layers(Job.T1).and(layers(Job.T2));
    /** A few. */
    static final Shapes FEW =
            same("32x32x32", "32x64x64", "128x10x128", "1x64x64", "32x1x64", "128x256x784", "256x256x256");

    /** Rows or columns up to which a product counts as slim. */
    private static final int NARROWEST = 16;

    private static final Lengths WARM_UP = new Lengths(0, 1, 1, 200);
    private static final List<String> WARM_UP_SIZES = List.of("1x64x64", "16x16x16", "96x96x96");

    private static Shapes same(String... sizes) {
        return new Shapes(List.of(sizes), List.of(sizes), List.of(sizes));
    }

    /** The products of a step of every job, each in the form in which the step has it. */
    static Shapes layers() {
        return layers(Job.values());
    }

    private static Shapes layers(Job... jobs) {
        Set<String> forward = new LinkedHashSet<>();
        Set<String> weights = new LinkedHashSet<>();
        Set<String> inputs = new LinkedHashSet<>();
        for (Job job : jobs) {
            for (int l = 0; l < job.layers(); l++) {
                int in = job.width(l);
                int out = job.width(l + 1);
                forward.add(size(job.batch(), out, in));
                weights.add(size(in, out, job.batch()));
                if (l > 0) {
                    inputs.add(size(job.batch(), in, out));
                }
            }
        }
        return new Shapes(List.copyOf(forward), List.copyOf(weights), List.copyOf(inputs));
    }

    private static String size(int m, int n, int k) {
        return m + "x" + n + "x" + k;
    }

    /** These and others, none twice. */
    Shapes and(Shapes more) {
        return new Shapes(union(ab, more.ab), union(atb, more.atb), union(abt, more.abt));
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    /** The sizes of one form. */
    List<String> of(Product.Form form) {
        return switch (form) {
            case AB -> ab;
            case ATB -> atb;
            case ABT -> abt;
        };
    }

    /** Those of few rows or columns. */
    Shapes slim() {
        return where(Shapes::isSlim);
    }

    /** Those of few rows or columns, unless they are held against a native BLAS. */
    Shapes narrow() {
        return where(Shapes::isNarrow);
    }

    /** All others. */
    Shapes wide() {
        return where(size -> !isNarrow(size));
    }

    private Shapes where(Predicate<String> chosen) {
        return new Shapes(
                ab.stream().filter(chosen).toList(),
                atb.stream().filter(chosen).toList(),
                abt.stream().filter(chosen).toList());
    }

    private static boolean isSlim(String size) {
        String[] mnk = size.split("x");
        return Math.min(Integer.parseInt(mnk[0]), Integer.parseInt(mnk[1])) <= NARROWEST;
    }

    private static boolean isNarrow(String size) {
        return isSlim(size) && !BLAS.ab.contains(size);
    }

    /** How many products. */
    int count() {
        return ab.size() + atb.size() + abt.size();
    }

    /**
     * JMH's options for all of them, runs per form, behind one that lets the compiler see products of all forms.
     *
     * @param lengths for wide products
     * @param ofNarrow for narrow ones
     */
    List<List<String>> runs(Lengths lengths, Lengths ofNarrow, String precision, String by) {
        List<List<String>> runs = new ArrayList<>();
        List<String> first = new ArrayList<>(List.of(PhaseMain.WARM_UP));
        first.addAll(run(WARM_UP, WARM_UP_SIZES, "AB,ATB,ABT", precision, by));
        runs.add(first);
        for (Product.Form form : Product.Form.values()) {
            addRun(runs, ofNarrow, narrow().of(form), form, precision, by);
            addRun(runs, lengths, wide().of(form), form, precision, by);
        }
        return runs;
    }

    private static void addRun(
            List<List<String>> runs,
            Lengths lengths,
            List<String> sizes,
            Product.Form form,
            String precision,
            String by) {
        if (!sizes.isEmpty()) {
            runs.add(run(lengths, sizes, form.name(), precision, by));
        }
    }

    private static List<String> run(Lengths lengths, List<String> sizes, String forms, String precision, String by) {
        List<String> run = new ArrayList<>(lengths.options(0));
        run.addAll(List.of("-p", "size=" + String.join(",", sizes), "-p", "form=" + forms));
        run.addAll(List.of("-p", "precision=" + precision, "-p", "by=" + by, "GemmBenchmark"));
        return run;
    }
}
