package io.github.smallnn.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws an error history as the first document does: one line over the number of the update. */
final class HistoryPlot {
    private HistoryPlot() {}

    /**
     * Writes the picture as PNG. The file appears whole or, after an error, not at all; an existing one is replaced.
     *
     * @throws IOException if the file cannot be written; the message says why
     */
    static void write(double[] history, Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException("it exists and is not a file");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new IOException("there is no folder " + target.getParent());
        }
        byte[] picture = png(history);
        Path draft = target.resolveSibling("plot-" + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(draft, picture);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? "" : ": " + e.getReason();
            throw new IOException("folder " + target.getParent() + " does not take the file" + reason, e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static byte[] png(double[] history) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(640)
                .height(480)
                .theme(ChartTheme.Matlab)
                .xAxisTitle("Iterations")
                .yAxisTitle("Mean Squared Error")
                .build();
        chart.getStyler().setLegendVisible(false).setChartTitleVisible(false);
        double[] iterations =
                IntStream.range(0, history.length).asDoubleStream().toArray();
        chart.addSeries("mean squared error", iterations, history).setMarker(SeriesMarkers.NONE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
        return bytes.toByteArray();
    }
}
