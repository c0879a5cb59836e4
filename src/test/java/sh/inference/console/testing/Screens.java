package sh.inference.console.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

import java.awt.image.BufferedImage;
import javax.imageio.ImageIO;

/** Pictures of screens and dialogs, kept below {@code target}. */
public final class Screens {
    private Screens() {
    }

    /** Keeps {@code target/screens/<screen>-<state>-<theme>-<width>x<height>.png}; call on the FX thread. */
    public static void save(Scene scene, String screen, String state, String theme) {
        write(scene.snapshot(null), "screens", "%s-%s-%s-%dx%d".formatted(screen, state, theme, (int) scene.getWidth(), (int) scene.getHeight()));
    }

    static void write(Image image, String folder, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader pixels = image.getPixelReader();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            pixels.getPixels(0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
            copy.setRGB(0, y, width, 1, row, 0, width);
        }
        try {
            Path target = Files.createDirectories(Path.of("target", folder));
            File file = target.resolve(name + ".png").toFile();
            ImageIO.write(copy, "png", file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
