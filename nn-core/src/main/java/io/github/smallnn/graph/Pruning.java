package io.github.smallnn.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Leaves out what the output does not need. */
final class Pruning {
    private Pruning() {}

    /**
     * The definitions that reach an output, renumbered; the input comes first and the output last.
     *
     * @throws IllegalArgumentException if the input or a parameter does not reach the output
     */
    static List<Definition> reaching(List<Definition> all, int output) {
        boolean[] needed = needed(all, new int[] {output});
        for (int i = 0; i < all.size(); i++) {
            boolean mayBeUnused =
                    all.get(i).kind() instanceof Definition.Apply || all.get(i).kind() instanceof Definition.Constant;
            if (!needed[i] && !mayBeUnused) {
                throw new IllegalArgumentException(
                        "'" + all.get(i).path() + "' does not reach the output; use it or leave it out");
            }
        }
        return renumbered(all, needed);
    }

    static boolean[] needed(List<Definition> all, int[] roots) {
        boolean[] needed = new boolean[all.size()];
        for (int r : roots) {
            needed[r] = true;
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            if (needed[i]) {
                for (int in : all.get(i).inputs()) {
                    needed[in] = true;
                }
            }
        }
        return needed;
    }

    private static List<Definition> renumbered(List<Definition> all, boolean[] needed) {
        int[] place = new int[all.size()];
        List<Definition> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (needed[i]) {
                Definition d = all.get(i);
                place[i] = kept.size();
                int[] inputs = Arrays.stream(d.inputs()).map(in -> place[in]).toArray();
                kept.add(new Definition(d.path(), d.kind(), inputs, d.shape(), d.perSample()));
            }
        }
        return kept;
    }
}
