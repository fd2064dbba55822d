package io.github.smallnn.examples;

import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every example offers: help, and a choice between text and JSON. */
final class Output {
    @Mixin
    private HelpOption help;

    @Option(
            names = "--json",
            description =
                    "Print exactly one JSON object on standard output instead of text; remarks go to standard error.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Where the example's text and figures go. */
    Report report(Json.NonFinite nonFinite) {
        return new Report(command.commandLine().getOut(), command.commandLine().getErr(), json, new Json(nonFinite));
    }

    /** What the supplier gives; an argument that the library refuses is a wrong option of the user. */
    <T> T sensible(Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (IllegalArgumentException e) {
            throw misuse(e.getMessage(), e);
        }
    }

    ParameterException misuse(String message, Throwable cause) {
        return new ParameterException(command.commandLine(), message, cause);
    }
}
