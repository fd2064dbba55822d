package io.github.smallnn.testing;

/**
 * One case of a golden file.
 *
 * @param file the name of the file it is from
 * @param id the id, unique in that file
 * @param body the case as a whole
 */
public record GoldenCase(String file, String id, GoldenValue body) {
    /**
     * A field that must be there.
     *
     * @param name the field's name
     * @return its value
     * @throws IllegalArgumentException if the case lacks it
     */
    public GoldenValue get(String name) {
        return body.get(name);
    }

    /**
     * Whether a field is there and not null.
     *
     * @param name the field's name
     * @return true if the case has it
     */
    public boolean has(String name) {
        return body.has(name);
    }

    /**
     * The id, so that a table-driven test shows it as the name of its row.
     *
     * @return the id
     */
    @Override
    public String toString() {
        return id;
    }
}
