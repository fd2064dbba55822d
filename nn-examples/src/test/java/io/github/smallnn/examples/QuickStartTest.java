package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The README's first program is the one in the sources, and prints what the README says. */
class QuickStartTest {
    private static final Path SOURCE = Path.of("src/main/java/io/github/smallnn/examples/QuickStart.java");

    private final List<String> readme = blocks(read(Path.of("..", "README.md")));

    @Test
    void theReadmeShowsTheProgram() {
        String source = read(SOURCE);
        String body = source.substring(source.indexOf("// README begins") + 16, source.indexOf("// README ends"));
        assertThat(readme).contains(body.stripIndent().strip());
    }

    @Test
    void theReadmeShowsItsOutput() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            QuickStart.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(readme)
                .contains(printed.toString(StandardCharsets.UTF_8)
                        .replace("\r\n", "\n")
                        .strip());
    }

    /** The contents of all fenced blocks. */
    private static List<String> blocks(String markdown) {
        String[] parts = markdown.split("(?m)^```.*$");
        return IntStream.range(0, parts.length)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> parts[i].strip())
                .toList();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
