package io.github.smallnn.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program for a virtual machine of its own: products of several sizes, then the report. */
final class BackendProbe {

    private BackendProbe() {}

    public static void main(String[] args) {
        GemmWorkspace work = new GemmWorkspace();
        for (int size : new int[] {2, 40, 3, 64, 40}) {
            double[] x = new double[size * size];
            double[] y = new double[size * size];
            Gemms.select(size, size, size)
                    .dgemm(false, false, size, size, size, 1, x, 0, size, x, 0, size, 0, y, 0, size, work);
        }
        System.out.println(Backends.report());
    }

    /** Standard output and error of this program in a virtual machine of its own, with a class path and flags. */
    static String run(String classPath, String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath, BackendProbe.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
