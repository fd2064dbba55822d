package io.github.smallnn.examples;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/**
 * The command line of the examples.
 *
 * <p>Exit status 0 after success, 2 after options that make no sense (with one line on standard error), 1 after any
 * other error.
 */
@Command(
        name = Main.NAME,
        subcommands = {
            ScratchExample.class,
            NotebookExample.class,
            RegressionExample.class,
            OracleExample.class,
            DigitsExample.class,
            ConvolutionExample.class,
            AddingExample.class
        },
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Examples of smallnn. Without a command it runs " + Main.DEFAULT_COMMAND + ".",
        footer = "Run '" + Main.NAME + " COMMAND --help' for the options of a command.")
public final class Main {
    static final String NAME = "nn-examples";
    static final String DEFAULT_COMMAND = "notebook";

    @Mixin
    private HelpOption help;

    private Main() {}

    /**
     * Runs the command that the arguments name and ends the virtual machine with its exit status.
     *
     * @param args a command with its options; none means {@code notebook}
     */
    public static void main(String[] args) {
        // Pictures are drawn into memory: no display is needed, and a broken DISPLAY must not matter.
        System.setProperty("java.awt.headless", "true");
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine =
                new CommandLine(new Main()).setOut(out).setErr(err).setParameterExceptionHandler(Main::oneLine);
        try {
            return commandLine.execute(withCommand(args));
        } catch (OutOfMemoryError e) {
            err.println(NAME + ": not enough memory (" + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB) for data or network of this size; make them smaller or give java more with -Xmx");
            return CommandLine.ExitCode.USAGE;
        }
    }

    private static String[] withCommand(String... args) {
        boolean named = args.length > 0 && !args[0].startsWith("-");
        boolean help = args.length > 0 && HelpOption.NAMES.contains(args[0]);
        return named || help
                ? args
                : Stream.concat(Stream.of(DEFAULT_COMMAND), Arrays.stream(args)).toArray(String[]::new);
    }

    private static int oneLine(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String message = e.getMessage().strip().replaceAll("\\s+", " ");
        command.getErr()
                .println(command.getCommandSpec().qualifiedName() + ": " + message + " (see '"
                        + command.getCommandSpec().qualifiedName() + " --help')");
        return CommandLine.ExitCode.USAGE;
    }
}
