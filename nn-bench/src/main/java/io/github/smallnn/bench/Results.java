package io.github.smallnn.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A run of the {@link Suite} on one JDK, as its file keeps it.
 *
 * @param header what it was measured on, and how
 * @param measured what came out
 */
record Results(Header header, List<Measured> measured) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What results were measured on.
     *
     * @param jdk feature version, such as 17
     * @param jvm name and full version of the JVM
     * @param machine processor and operating system
     * @param date day, UTC
     * @param plan full or quick
     * @param minutes how long it took
     * @param nativeBlas the system's BLAS, or why there is none
     * @param backends the library's report on its kernels, with vectors and without a flag
     * @param phases name, flags and environment of each kind of JVM that was started
     * @param floor the lowest ratios of {@link PortableFloor}, a text per precision
     * @param failed phases that failed, empty when all went well
     * @param again what was measured again later by itself, and when; those rows are in place of the run's own
     */
    record Header(
            int jdk,
            String jvm,
            String machine,
            String date,
            String plan,
            int minutes,
            String nativeBlas,
            List<String> backends,
            List<String> phases,
            List<String> floor,
            List<String> failed,
            List<String> again) {
        /** A file may be older than what it lacks. */
        Header {
            again = again == null ? List.of() : List.copyOf(again);
        }

        private Header renewed(Header part, String what) {
            List<String> all = new ArrayList<>(again);
            all.add(what + ", " + part.date() + ", " + part.jvm());
            List<String> still = failed.stream()
                    .filter(name -> part.phases().stream().noneMatch(p -> p.startsWith(name + ": ")))
                    .toList();
            return new Header(jdk, jvm, machine, date, plan, minutes, nativeBlas, backends, phases, floor, still, all);
        }
    }

    /** These, with the rows of a later run of some phases in place of their own. */
    Results renewed(Results part, String what) {
        Map<String, Measured> rows = new LinkedHashMap<>();
        Stream.concat(measured.stream(), part.measured().stream())
                .forEach(m -> rows.put(m.benchmark() + m.parameters(), m));
        return new Results(header.renewed(part.header(), what), List.copyOf(rows.values()));
    }

    /** Reads a file. */
    static Results read(Path file) throws IOException {
        JsonNode root = JSON.readTree(file.toFile());
        return new Results(
                JSON.treeToValue(root.path("header"), Header.class),
                JSON.convertValue(root.path("measured"), new TypeReference<List<Measured>>() {}));
    }

    /** Writes a file, a line per measurement, so that a difference between two runs can be read. */
    void write(Path file) throws IOException {
        StringJoiner lines = new StringJoiner(",\n", "[\n", "\n]");
        for (Measured m : measured) {
            lines.add(JSON.writeValueAsString(m));
        }
        String head = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(header);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "{\n\"header\": " + head + ",\n\"measured\": " + lines + "\n}\n");
    }
}
