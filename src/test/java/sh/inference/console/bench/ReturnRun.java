package sh.inference.console.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.ObjectMapper;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

import sh.inference.console.MeasuredConsole;

/** Takes the network away from a console and measures from its return until what is on screen is live again, and until all of it is. */
public final class ReturnRun {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final int ROUNDS = 3;
    /** Long enough for the pauses between two tries to have grown to some seconds. */
    private static final int AWAY_SECONDS = 5;

    private ReturnRun() {
    }

    /** URL, key, number of engines, what the metrics are called, seconds (not used). */
    public static void main(String[] args) {
        int status = 0;
        try {
            System.out.println(new ObjectMapper().writeValueAsString(measure(URI.create(args[0]), args[1], Integer.parseInt(args[2]))));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            failed.printStackTrace();
            status = 1;
        }
        System.exit(status);
    }

    private static Map<String, Number> measure(URI url, String key, int engines) throws IOException, InterruptedException {
        NetworkGate gate = new NetworkGate(url.getPort());
        AtomicReference<Set<String>> addresses = new AtomicReference<>(Set.of("192.0.2.1"));
        Path folder = Files.createTempDirectory("bench-return");
        Platform.startup(() -> { });
        AtomicReference<MeasuredConsole> made = new AtomicReference<>();
        FxMeter.run(() -> {
            made.set(new MeasuredConsole(gate.url(), key, folder, WIDTH, HEIGHT, api -> api));
            made.get().network(addresses::get);
            made.get().start();
        });
        MeasuredConsole console = made.get();
        FxMeter.await("a live fleet", 120, () -> isLive(console, engines));
        double visible = 0;
        double all = 0;
        for (int round = 0; round < ROUNDS; round++) {
            gate.down();
            addresses.set(Set.of());
            FxMeter.await("the loss", 30, () -> console.fleet().connection().freshness().isOld() && isOld(table(console.scene())));
            FxMeter.lapse(AWAY_SECONDS);
            long[] at = new long[2];
            Runnable look = () -> {
                at[0] = at[0] == 0 && isOnScreenLive(console.scene()) ? System.nanoTime() : at[0];
                at[1] = at[1] == 0 && isLive(console, engines) ? System.nanoTime() : at[1];
            };
            FxMeter.run(() -> console.scene().addPostLayoutPulseListener(look));
            long start = System.nanoTime();
            gate.up();
            addresses.set(Set.of("192.0.2." + (2 + round)));
            FxMeter.await("everything live again", 120, () -> at[0] != 0 && at[1] != 0);
            FxMeter.run(() -> console.scene().removePostLayoutPulseListener(look));
            visible = Math.max(visible, (at[0] - start) / 1e6);
            all = Math.max(all, (at[1] - start) / 1e6);
        }
        Map<String, Number> worst = new LinkedHashMap<>();
        worst.put("visible_ms", visible);
        worst.put("all_ms", all);
        return worst;
    }

    private static boolean isLive(MeasuredConsole console, int engines) {
        return console.fleet().connection().freshness().isLive() && table(console.scene()).getItems().size() == engines && isOnScreenLive(console.scene());
    }

    /** Whether neither the grid as a whole nor a row on screen is marked as old. */
    private static boolean isOnScreenLive(Scene scene) {
        TableView<?> table = table(scene);
        return table.isVisible() && !isOld(table) && table.lookupAll(".table-row-cell").stream()
                .noneMatch(node -> node.isVisible() && node instanceof TableRow<?> row && !row.isEmpty() && row.getPseudoClassStates().contains(STALE));
    }

    private static boolean isOld(Node table) {
        for (Node at = table; at != null; at = at.getParent()) {
            if (at.getPseudoClassStates().contains(STALE)) {
                return true;
            }
        }
        return false;
    }

    private static TableView<?> table(Scene scene) {
        return (TableView<?>) scene.lookup("#engines-table");
    }
}
