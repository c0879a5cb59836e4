package sh.inference.console.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/** The FX thread, seen from a test. */
public final class Fx {
    /** After each of these 10 ms pass, so there is a pulse among them. */
    private static final int ROUNDS = 3;

    private Fx() {
    }

    /** Runs on the FX thread and waits for it; what it throws is thrown here. */
    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }

    /** Calls on the FX thread and waits for the result. */
    public static <T> T call(Callable<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(action.call());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        };
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return result.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                default -> throw new AssertionError(failed.getCause());
            }
        } catch (InterruptedException | TimeoutException stuck) {
            throw new AssertionError("the FX thread did not answer", stuck);
        }
    }

    /** Waits until a condition holds on the FX thread; fails after {@code seconds} with {@code what}. */
    public static void await(String what, int seconds, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> call(condition::getAsBoolean));
        } catch (TimeoutException late) {
            throw new AssertionError("not within " + seconds + " s: " + what, late);
        }
        settle();
    }

    /** Waits until the FX thread has nothing left to do, nor what that gave it to do, and has drawn it. */
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents(ROUNDS);
    }
}
