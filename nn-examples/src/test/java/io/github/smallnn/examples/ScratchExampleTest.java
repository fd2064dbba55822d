package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchExampleTest {
    @TempDir
    private Path folder;

    @Test
    void tellsTheStatedResults() {
        Run run = Run.of("scratch");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("(3, 5)  ->  364")
                .contains("weights_1  error   0")
                .contains("weights_1  49.890625")
                .contains("[14.0, 28.0, 42.0]")
                .contains("error after   5.04");
    }

    @Test
    void drawsTheFallingError() throws Exception {
        Path file = folder.resolve("history.png");
        Run run = Run.of("scratch", "--plot", file.toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains(file.toString());
        BufferedImage image = ImageIO.read(file.toFile());
        int left = curveHeight(image, 0.20);
        int middle = curveHeight(image, 0.45);
        int right = curveHeight(image, 0.90);
        assertThat(left).as("curve at the left is above the middle").isLessThan(middle);
        assertThat(middle).as("curve in the middle is above the right").isLessThan(right);
        assertOnlyFile(file);
    }

    /** Highest blue pixel in a column of the picture; the frame, the grid and the text are grey or black. */
    private static int curveHeight(BufferedImage image, double share) {
        int x = (int) (share * image.getWidth());
        for (int y = 0; y < image.getHeight(); y++) {
            Color c = new Color(image.getRGB(x, y));
            if (c.getBlue() > 150 && c.getRed() < 100) {
                return y;
            }
        }
        throw new AssertionError("no curve in column " + x);
    }

    @Test
    void replacesAnEarlierPicture() throws Exception {
        Path file = folder.resolve("history.png");
        Files.writeString(file, "something else");
        assertThat(Run.of("scratch", "--json", "--plot", file.toString()).status())
                .isZero();
        assertThat(ImageIO.read(file.toFile())).isNotNull();
        assertOnlyFile(file);
    }

    @Test
    void leavesNothingBehindWhenThePictureCannotBeWritten() throws Exception {
        Path blocked = Files.createDirectory(folder.resolve("history.png"));
        Run run = Run.of("scratch", "--json", "--plot", blocked.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains(blocked.toString());
        assertOnlyFile(blocked);
    }

    @Test
    void leavesNoDraftBehindWhenOnlyTheLastStepFails() throws Exception {
        Run run = Run.of("scratch", "--plot", folder.resolve("long".repeat(100)).toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("cannot write the plot");
        assertThat(folder).isEmptyDirectory();
    }

    private void assertOnlyFile(Path file) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
