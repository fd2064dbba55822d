package io.github.smallnn.kernel;

/**
 * The lengths of rows that the products of one session have, and the loops made for them. Loops are made when a length has
 * come up often: making them takes a millisecond and their translation some more. Confined.
 */
final class DoubleStrides {

    /** Products after which loops for their length of rows are made. */
    static final int OFTEN = 10_000;

    /** Lengths that are counted; a session with more of them does without for the others. */
    private static final int MOST = 16;

    /** Shorter rows do not reach the vector body of a loop. */
    private static final int SHORTEST = 32;

    /** All rows begin at the same place of a vector of 512 bits. */
    private static final int MULTIPLE = 16;

    /** Elements of scratch, and so of a matrix, up to which it stays in the caches next to the matrix. */
    private static final int LARGEST = 32_768;

    private final int[] lengths = new int[MOST];
    private final int[] calls = new int[MOST];
    private final DoubleStrided[] made = new DoubleStrided[MOST];
    private int count;

    /** Loops for rows of this length, or null: not suited, not often enough so far, or refused by the virtual machine. */
    DoubleStrided of(int length, int rows) {
        long scratch = (rows + 2L * DoubleDotGemm.PARTIALS) * length;
        if (length < SHORTEST || length % MULTIPLE != 0 || scratch > LARGEST) {
            return null;
        }
        for (int i = 0; i < count; i++) {
            if (lengths[i] == length) {
                return made[i] != null ? made[i] : count(i);
            }
        }
        if (count < MOST) {
            lengths[count] = length;
            count++;
        }
        return null;
    }

    private DoubleStrided count(int i) {
        calls[i]++;
        if (calls[i] == OFTEN) {
            made[i] = StridedTemplates.forDouble(lengths[i]);
        }
        return made[i];
    }
}
