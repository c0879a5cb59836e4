package sh.inference.console.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javafx.application.Platform;

import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.SwitchedConsole;

/** Switches between profiles and measures each time until the rows of the other one stand in the laid-out window. */
public final class SwitchRun {
    private static final int SWITCHES = 56;
    private static final int WARM_UP = 16;
    private static final long PATIENCE_SECONDS = 60;

    private SwitchRun() {
    }

    /** @param args the sandbox's address, a key, how many engines it has */
    public static void main(String[] args) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        int engines = Integer.parseInt(args[2]);
        Path folder = Files.createTempDirectory("switch-bench");
        SwitchedConsole console = call(() -> new SwitchedConsole(URI.create(args[0]), args[1], folder));
        for (String profile : List.of("p0", "p1")) {
            run(() -> console.open(profile));
            await(() -> console.shown(profile) == engines && console.isLive());
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < SWITCHES; i++) {
            String profile = "p" + i % 2;
            CountDownLatch laidOut = new CountDownLatch(1);
            long[] took = new long[1];
            run(() -> {
                long start = System.nanoTime();
                console.open(profile);
                console.afterLayout(() -> console.shown(profile) == engines, () -> {
                    took[0] = System.nanoTime() - start;
                    laidOut.countDown();
                });
            });
            if (!laidOut.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the view of " + profile + " did not come");
            }
            times.add(took[0] / 1e6);
            await(console::isLive);
        }
        double[] sorted = times.subList(WARM_UP, SWITCHES).stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(new ObjectMapper().writeValueAsString(Map.of("profile_switch_ms", sorted[(int) (sorted.length * 0.95)],
                "profile_switch_median_ms", sorted[sorted.length / 2], "profile_switch_first_ms", times.getFirst())));
        System.err.println(Arrays.toString(sorted));
        System.exit(0);
    }

    private static void run(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return true;
        });
    }

    private static <T> T call(java.util.concurrent.Callable<T> action) throws Exception {
        java.util.concurrent.FutureTask<T> task = new java.util.concurrent.FutureTask<>(action);
        Platform.runLater(task);
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        CountDownLatch pause = new CountDownLatch(1);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("never");
            }
            pause.await(50, TimeUnit.MILLISECONDS);
        }
    }
}
