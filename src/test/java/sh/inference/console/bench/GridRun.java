package sh.inference.console.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import sh.inference.console.MeasuredConsole;
import sh.inference.console.model.Engine;
import sh.inference.console.ui.engines.EngineRow;

/** The console under load in a process of its own; what it measured is one line of JSON. */
public final class GridRun {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final String FAST_COLUMN = "vram";
    private static final String FILTER = "v1.";
    /** Seconds for what was under way beside it to end. */
    private static final int SETTLING = 20;
    /** So many updates make the code warm. */
    private static final int WARM = 50_000;
    /** So many, in a minute, make the code warm that runs at rest as well: what draws is called as often as pictures are drawn. */
    private static final int WARM_FOR_REST = 30_000;
    private final Map<String, Number> metrics = new LinkedHashMap<>();
    private final FrameTap tap = new FrameTap();
    private final SandboxControl sandbox;
    private final URI url;
    private final String key;
    private final int engines;
    private FxMeter meter;
    private MeasuredConsole console;
    private Scene scene;
    private TableView<?> table;
    private GridGestures hand;

    private GridRun(URI url, String key, int engines) {
        this.url = url;
        this.key = key;
        this.engines = engines;
        this.sandbox = new SandboxControl(url, key);
    }

    /** URL, key, number of engines, what to do ({@code full}, {@code load}, {@code idle}, {@code bare} or {@code soak}), seconds. */
    public static void main(String[] args) {
        GridRun run = new GridRun(URI.create(args[0]), args[1], Integer.parseInt(args[2]));
        int status = 0;
        try {
            run.measure(args[3], Integer.parseInt(args[4]));
            System.out.println(new ObjectMapper().writeValueAsString(run.metrics));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            failed.printStackTrace();
            status = 1;
        }
        // The FX thread would keep the process alive.
        System.exit(status);
    }

    private void measure(String what, int seconds) throws IOException, InterruptedException {
        Platform.startup(() -> { });
        Platform.setImplicitExit(false);
        meter = new FxMeter();
        if (what.equals("bare")) {
            bare(seconds);
            return;
        }
        sandbox.halt(true);
        if (what.equals("full")) {
            list("_cold");
            FxMeter.run(console::close);
        }
        list("");
        switch (what) {
            case "full" -> full(seconds);
            case "load" -> load(seconds);
            case "idle" -> rest(seconds);
            case "soak" -> soak(seconds);
            default -> throw new IllegalArgumentException(what);
        }
    }

    /**
     * From the first request to the rows of all engines, with nothing else going on.
     *
     * @param when {@code _cold} for the first console of the process, whose code nothing has run before
     */
    private void list(String when) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench-grid");
        FxMeter.run(() -> {
            console = new MeasuredConsole(url, key, folder, WIDTH, HEIGHT, tap::around);
            scene = console.scene();
            table = (TableView<?>) scene.lookup("#engines-table");
            hand = new GridGestures(scene, table);
        });
        FxMeter.pulse(scene);
        int first = Math.min(100, engines);
        long start = System.nanoTime();
        long[] shown = new long[2];
        FxMeter.run(() -> {
            scene.addPostLayoutPulseListener(() -> {
                shown[0] = shown[0] == 0 && table.getItems().size() >= first && table.isVisible() ? System.nanoTime() : shown[0];
                shown[1] = shown[1] == 0 && table.getItems().size() >= engines && table.isVisible() ? System.nanoTime() : shown[1];
            });
            console.start();
        });
        try {
            FxMeter.await("all engines shown", 60, () -> shown[1] != 0);
        } catch (IllegalStateException late) {
            throw new IllegalStateException(table.getItems().size() + " rows, " + console.fleet().entries().size() + " engines, " + console.fleet().connection(), late);
        }
        metrics.put("first_rows" + when + "_ms", (shown[0] - start) / 1e6);
        metrics.put("all_rows" + when + "_ms", (shown[1] - start) / 1e6);
        FxMeter.await("a live fleet", 60, () -> console.fleet().connection().freshness().isLive());
    }

    private void full(int seconds) throws IOException, InterruptedException {
        load(seconds);
        metrics.put("filter_p95_ms", hand.filterP95());
        metrics.put("sort_p95_ms", hand.sortP95());
        metrics.put("select_all_p95_ms", hand.selectAllP95());
        FxMeter.run(() -> hand.filter(""));
        halt();
        metrics.put("grid_lost_final_states", lost());
        metrics.put("grid_heap_mb", FxMeter.heapMegabytes());
    }

    /** Sorted by a fast column that is kept sorted, with a filter set. */
    private void load(int seconds) throws IOException, InterruptedException {
        FxMeter.run(() -> {
            hand.filter(FILTER);
            hand.sort(FAST_COLUMN, TableColumn.SortType.DESCENDING);
            hand.keepSorted();
        });
        sandbox.halt(false);
        FxMeter.await("warm code", 60, () -> tap.frames() >= WARM);
        Latencies[] latencies = new Latencies[1];
        FxMeter.FrameRate rate = new FxMeter.FrameRate();
        FxMeter.run(() -> {
            latencies[0] = new Latencies(tap, scene, table);
            latencies[0].count(true);
            rate.start();
        });
        long cpu = meter.cpuNanos();
        long process = FxMeter.processNanos();
        long start = System.nanoTime();
        long frames = tap.frames();
        FxMeter.lapse(seconds);
        double wall = System.nanoTime() - start;
        double burnt = meter.cpuNanos() - cpu;
        long updates = tap.frames() - frames;
        FxMeter.run(() -> {
            latencies[0].count(false);
            rate.stop();
        });
        metrics.put("grid_updates_per_s", updates * 1e9 / wall);
        metrics.put("grid_fx_busy_pct", 100 * burnt / wall);
        metrics.put("grid_fx_us_per_update", burnt / 1000 / updates);
        metrics.put("grid_process_cpu_pct", 100 * (FxMeter.processNanos() - process) / wall);
        metrics.put("grid_p50_ms", latencies[0].millis().percentile(50));
        metrics.put("grid_p99_ms", latencies[0].millis().percentile(99));
        metrics.put("grid_latency_samples", latencies[0].millis().size());
        metrics.put("grid_fps", rate.median());
    }

    /** A window with nothing in it: what the platform takes by itself. */
    private void bare(int seconds) throws IOException, InterruptedException {
        FxMeter.run(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
            stage.show();
        });
        idle(seconds);
    }

    /**
     * At rest after work, as most of a day. In a console that only just started, the compiler takes more than the console, for
     * what runs once in five seconds becomes warm only in the course of an hour.
     */
    private void rest(int seconds) throws IOException, InterruptedException {
        sandbox.halt(false);
        FxMeter.await("warm code", 180, () -> tap.frames() >= WARM_FOR_REST);
        halt();
        idle(seconds);
    }

    /** At rest, from when it is told to measure. */
    private void idle(int seconds) throws IOException, InterruptedException {
        // The first reading loads what reads.
        FxMeter.processNanos();
        meter.cpuNanos();
        System.out.println(MeasuredProcess.READY);
        System.in.read();
        FxMeter.lapse(SETTLING);
        long process = FxMeter.processNanos();
        long cpu = meter.cpuNanos();
        long start = System.nanoTime();
        FxMeter.lapse(seconds);
        double wall = System.nanoTime() - start;
        metrics.put("idle_cpu_pct", 100 * (FxMeter.processNanos() - process) / wall);
        metrics.put("idle_fx_busy_pct", 100 * (meter.cpuNanos() - cpu) / wall);
    }

    /** The heap after a sixth of the time and at its end. */
    private void soak(int seconds) throws IOException, InterruptedException {
        sandbox.halt(false);
        FxMeter.lapse(seconds / 6);
        double early = FxMeter.heapMegabytes();
        long frames = tap.frames();
        FxMeter.lapse(seconds - seconds / 6);
        double late = FxMeter.heapMegabytes();
        metrics.put("soak_heap_early_mb", early);
        metrics.put("soak_heap_late_mb", late);
        metrics.put("soak_updates_per_s", (tap.frames() - frames) / (seconds - seconds / 6.0));
        metrics.put("soak_growth_pct", 100 * (late - early) / early);
        halt();
        metrics.put("soak_lost_final_states", lost());
    }

    /** Stops the flow and waits until what was under way has arrived. */
    private void halt() throws IOException, InterruptedException {
        sandbox.halt(true);
        long[] last = {-1, System.nanoTime()};
        FxMeter.await("the end of the flow", 60, () -> {
            long now = System.nanoTime();
            if (tap.frames() != last[0]) {
                last[0] = tap.frames();
                last[1] = now;
            }
            return now - last[1] > 1_000_000_000L;
        });
    }

    /** Engines that the grid shows otherwise than the sandbox says they are; what an instance has cost so far grows by itself and does not count. */
    private int lost() throws IOException, InterruptedException {
        List<Engine> truth = sandbox.truth();
        int[] wrong = new int[1];
        FxMeter.run(() -> {
            Map<String, Engine> rows = new HashMap<>();
            table.getItems().forEach(row -> rows.put(((EngineRow) row).id(), ((EngineRow) row).engine()));
            wrong[0] = Math.abs(rows.size() - truth.size());
            for (Engine engine : truth) {
                Engine shown = rows.get(engine.id());
                wrong[0] += shown != null && facts(shown).equals(facts(engine)) ? 0 : 1;
            }
        });
        return wrong[0];
    }

    private static List<Object> facts(Engine engine) {
        return List.of(engine.name(), engine.status(), engine.version(), engine.workers(), engine.system(), engine.updatedAt());
    }
}
