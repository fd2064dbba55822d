package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.smallnn.testing.GoldenValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** One run of the command line: exit status and what it printed. */
record Run(String command, int status, String out, String err) {

    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Run(Arrays.toString(args), status, out.toString(), err.toString());
    }

    /** A run that must succeed and print nothing but one JSON object. */
    static GoldenValue json(String... args) throws JsonProcessingException {
        Run run = of(args);
        assertThat(run.status()).as("%s: %s", run.command(), run.err()).isZero();
        JsonNode root = new ObjectMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(run.out());
        assertThat(root.isObject()).as("%s prints an object", run.command()).isTrue();
        return new GoldenValue(run.command(), root);
    }
}
