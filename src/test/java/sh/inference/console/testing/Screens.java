package sh.inference.console.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

/** Pictures of screens and dialogs, kept below {@code target/screens}; {@code index.html} there shows them side by side. */
public final class Screens {
    private static final List<int[]> SIZES = List.of(new int[] {1280, 800}, new int[] {1920, 1080});
    /** Pictures are packed beside the walk. */
    private static final ExecutorService DARKROOM = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("darkroom").factory());
    /** So many may wait there: each holds 8 MB. */
    private static final Semaphore WAITING = new Semaphore(8);
    private static final Path FOLDER = Path.of("target", "screens");

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            DARKROOM.close();
            ScreensIndex.write(FOLDER);
        }));
    }

    private Screens() {
    }

    /** Keeps {@code target/screens/<screen>-<state>-<look>-<width>x<height>.png} of a popup, at its own size; call on the FX thread. */
    public static void save(Scene popup, String screen, String state, Look look) {
        keep(popup.snapshot(null), screen, state, look, (int) popup.getWidth(), (int) popup.getHeight());
    }

    /**
     * Keeps a whole window in every look, at 1280 x 800 and at 1920 x 1080, whatever the size of its window: the root is
     * laid out at that size for the picture, because a screen without a display is too small for such a window. Afterwards
     * the scene is as it was. Not to be called on the FX thread: it has its turn between the looks, however slow the machine.
     */
    public static void saveAll(Scene scene, Theme theme, String screen, String state) {
        Look before = Fx.call(() -> theme.lookProperty().get());
        for (Look look : Look.values()) {
            Fx.run(() -> theme.choose(Optional.of(look)));
            for (int[] size : SIZES) {
                Fx.run(() -> keep(at(scene, size[0], size[1]), screen, state, look, size[0], size[1]));
            }
        }
        Fx.run(() -> {
            theme.choose(Optional.of(before));
            at(scene, (int) scene.getWidth(), (int) scene.getHeight());
        });
    }

    /** Keeps what a scan found something in, in {@code target/failures}; call on the FX thread. */
    public static void saveFound(Scene scene, String name, int width, int height) {
        write(at(scene, width, height), "failures", name + "-%dx%d".formatted(width, height));
    }

    /** Lays a scene out as it would be at a size, until nothing changes any more. */
    public static void layOut(Scene scene, int width, int height) {
        Parent root = scene.getRoot();
        root.resize(width, height);
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
    }

    /** The scene as it would be at another size. */
    private static Image at(Scene scene, int width, int height) {
        layOut(scene, width, height);
        Parent root = scene.getRoot();
        SnapshotParameters whole = new SnapshotParameters();
        whole.setViewport(new Rectangle2D(0, 0, width, height));
        whole.setFill(scene.getFill());
        return root.snapshot(whole, null);
    }

    private static void keep(Image image, String screen, String state, Look look, int width, int height) {
        write(image, "screens", "%s-%s-%s-%dx%d".formatted(screen, state, word(look), width, height));
    }

    private static String word(Look look) {
        return look == Look.HIGH_CONTRAST ? "hc" : look.name().toLowerCase(Locale.ROOT);
    }

    static void write(Image image, String folder, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] points = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), points, 0, width);
        WAITING.acquireUninterruptibly();
        DARKROOM.execute(() -> {
            try {
                BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                copy.setRGB(0, 0, width, height, points, 0, width);
                ImageIO.write(copy, "png", Files.createDirectories(Path.of("target", folder)).resolve(name + ".png").toFile());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } finally {
                WAITING.release();
            }
        });
    }
}
