package io.github.smallnn.testing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A golden file: figures of a reference library, read from {@code /golden/NAME.json} on the test class path.
 *
 * @param file the file's name, such as {@code rng.json}
 * @param tolerance the file's own suggestion for tolerances
 * @param cases the cases in the order of the file, their ids unique
 */
public record Golden(String file, GoldenValue tolerance, List<GoldenCase> cases) {
    /**
     * Copies the list of cases.
     *
     * @param file the file's name
     * @param tolerance the file's own suggestion for tolerances
     * @param cases the cases
     */
    public Golden {
        cases = List.copyOf(cases);
    }

    /**
     * Reads {@code /golden/NAME.json} from the class path.
     *
     * @param name the file's name without its ending, such as {@code rng}
     * @return the file
     * @throws IllegalArgumentException if the resource is missing, has no cases or repeats an id
     * @throws UncheckedIOException if the resource is not readable as JSON
     */
    public static Golden read(String name) {
        String file = name + ".json";
        JsonNode root = parse(file);
        GoldenValue whole = new GoldenValue(file, root);
        List<GoldenCase> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (GoldenValue body : whole.get("cases").items()) {
            String id = body.get("id").asText();
            if (!ids.add(id)) {
                throw new IllegalArgumentException("golden file " + file + " has two cases with the id " + id);
            }
            cases.add(new GoldenCase(file, id, new GoldenValue(file + " " + id, body.node())));
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("golden file " + file + " has no cases");
        }
        return new Golden(file, whole.get("tolerance"), cases);
    }

    /**
     * The case of a given id.
     *
     * @param id the id
     * @return the case
     * @throws IllegalArgumentException if there is no such case
     */
    public GoldenCase find(String id) {
        for (GoldenCase c : cases) {
            if (c.id().equals(id)) {
                return c;
            }
        }
        throw new IllegalArgumentException("golden file " + file + " has no case " + id);
    }

    private static JsonNode parse(String file) {
        String resource = "/golden/" + file;
        try (InputStream in = Golden.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource
                        + " on the class path: put the file into src/test/resources/golden of the module under test");
            }
            return new ObjectMapper()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " is not readable as JSON", e);
        }
    }
}
