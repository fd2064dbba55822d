package io.github.smallnn.examples;

import java.util.List;
import picocli.CommandLine.Option;

/** The option that prints how a command is used. */
final class HelpOption {
    static final List<String> NAMES = List.of("-h", "--help");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text and exit.")
    private boolean help;
}
