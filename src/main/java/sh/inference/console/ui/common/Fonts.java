package sh.inference.console.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import javafx.scene.text.Font;

/**
 * The fonts that the console brings along. With the first of them the platform's text library is loaded, which takes longer
 * than most of what a start does, so it is begun before there is a window. Any thread, since no node is made here: the toolkit
 * numbers the states of its styles without a lock, and nodes made on two threads at once end up in each other's colours.
 */
public final class Fonts {
    private static final double ANY_SIZE = 13;

    private Fonts() {
    }

    /** Loads them, or waits for the thread that is loading them, so that whatever is laid out afterwards has them. */
    public static void load() {
        Loaded.once();
    }

    /** A class is initialised once, and whoever comes meanwhile waits. */
    private static final class Loaded {
        private static final List<String> FILES = List.of("ICSans-Regular.otf", "ICSans-Medium.otf", "ICSans-SemiBold.otf", "JetBrainsMono-Regular.ttf");

        static {
            FILES.forEach(Loaded::load);
        }

        static void once() {
            // To be called is enough.
        }

        private static void load(String file) {
            try (InputStream in = Theme.class.getResourceAsStream("/sh/inference/console/theme/fonts/" + file)) {
                Font.loadFont(in, ANY_SIZE);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file, unreadable);
            }
        }
    }
}
