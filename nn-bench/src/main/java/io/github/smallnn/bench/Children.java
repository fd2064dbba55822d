package io.github.smallnn.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** JVMs that this one starts. */
final class Children {
    /** Number of threads of OpenBLAS, which it reads when it is loaded; JVMs that JMH forks inherit it. */
    static final String OPENBLAS_THREADS = "OPENBLAS_NUM_THREADS";

    private Children() {}

    /** The program that runs this JVM. */
    static String java() {
        return System.getProperty("java.home") + "/bin/java";
    }

    /** Runs the main class once more, with these arguments and the flags of this JVM, and one thread for OpenBLAS. */
    static int again(Class<?> main, List<String> args) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(OPENBLAS_THREADS, "1");
        return waitFor(builder.start());
    }

    /** What a JVM prints that is started with some flags, a main class and arguments. */
    static String output(List<String> javaAndFlags, Class<?> main, String... args) {
        List<String> command = new ArrayList<>(javaAndFlags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        String what = main.getSimpleName() + " in " + String.join(" ", javaAndFlags);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int status = waitFor(process);
            if (status != 0) {
                throw new IllegalStateException(what + " ended with status " + status);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(what + " could not be run", e);
        }
    }

    /** Waits for the end of one, and ends it when this JVM is told to stop waiting. */
    static int waitFor(Process process) {
        Thread atExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(atExit);
            return status;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a JVM ran", e);
        }
    }
}
