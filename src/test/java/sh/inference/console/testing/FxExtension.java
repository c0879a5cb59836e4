package sh.inference.console.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/**
 * Gives a test the toolkit. An exception that nobody caught on the FX thread fails the test it happened in, and a test
 * that fails leaves a picture of every window in {@code target/failures}. Windows are closed after each test.
 */
public final class FxExtension implements BeforeAllCallback, BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback {
    private static final List<Throwable> UNCAUGHT = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> UNCAUGHT.add(thrown)));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        UNCAUGHT.clear();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String name = context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName();
            Fx.run(() -> {
                int n = 0;
                for (Window window : List.copyOf(Window.getWindows())) {
                    Scene scene = window.getScene();
                    if (scene != null && scene.getWidth() > 0 && scene.getHeight() > 0) {
                        Screens.write(scene.snapshot(null), "failures", name + "-" + n++);
                    }
                }
            });
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Fx.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        Fx.settle();
        if (!UNCAUGHT.isEmpty()) {
            AssertionError error = new AssertionError("uncaught on the FX thread: " + UNCAUGHT.getFirst(), UNCAUGHT.getFirst());
            UNCAUGHT.clear();
            throw error;
        }
    }
}
