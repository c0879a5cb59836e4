package sh.inference.console.fx;

import java.util.concurrent.Executor;

import javafx.application.Platform;

/** The one gate to the FX thread. Everything else is handed an {@link Executor}. */
public final class UiThread implements Executor {
    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }
}
