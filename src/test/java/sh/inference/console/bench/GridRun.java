package sh.inference.console.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import sh.inference.console.MeasuredConsole;
import sh.inference.console.model.Engine;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetStore;

/** The console under load in a process of its own; what it measured is one line of JSON. */
public final class GridRun {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final String FAST_COLUMN = "vram";
    private static final String FILTER = "v1.";
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

    private GridRun(URI url, String key, int engines) {
        this.url = url;
        this.key = key;
        this.engines = engines;
        this.sandbox = new SandboxControl(url, key);
    }

    /** URL, key, number of engines, what to do ({@code full}, {@code load} or {@code idle}), seconds. */
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
        open();
        switch (what) {
            case "full" -> full(seconds);
            case "load" -> load(seconds);
            case "idle" -> idle(seconds);
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void open() throws IOException, InterruptedException {
        java.nio.file.Path folder = Files.createTempDirectory("bench-grid");
        Platform.startup(() -> { });
        meter = new FxMeter();
        FxMeter.run(() -> {
            console = new MeasuredConsole(url, key, folder, WIDTH, HEIGHT, tap::around);
            scene = console.scene();
            table = (TableView<?>) scene.lookup("#engines-table");
        });
        FxMeter.pulse(scene);
        int first = Math.min(100, engines);
        long start = System.nanoTime();
        long[] shown = new long[2];
        FxMeter.run(() -> {
            scene.addPostLayoutPulseListener(() -> {
                if (shown[0] == 0 && table.getItems().size() >= first && table.isVisible()) {
                    shown[0] = System.nanoTime();
                }
                if (shown[1] == 0 && table.getItems().size() >= engines) {
                    shown[1] = System.nanoTime();
                }
            });
            console.start();
        });
        try {
            FxMeter.await("all engines shown", 60, () -> shown[1] != 0);
        } catch (IllegalStateException late) {
            throw new IllegalStateException(table.getItems().size() + " rows, " + console.fleet().entries().size() + " engines, " + console.fleet().connection(), late);
        }
        FxMeter.await("a live fleet", 120, () -> console.fleet().connection().freshness().isLive());
        metrics.put("first_rows_ms", (shown[0] - start) / 1e6);
        metrics.put("all_rows_ms", (shown[1] - start) / 1e6);
    }

    private void full(int seconds) throws IOException, InterruptedException {
        load(seconds);
        metrics.put("filter_p95_ms", filterP95());
        metrics.put("sort_p95_ms", sortP95());
        metrics.put("select_all_p95_ms", selectAllP95());
        FxMeter.run(() -> field().setText(""));
        sandbox.halt(true);
        Thread.sleep(3000);
        metrics.put("grid_heap_mb", FxMeter.heapMegabytes());
        metrics.put("grid_lost_final_states", lost());
    }

    /** Sorted by a fast column that is kept sorted, with a filter set. */
    private void load(int seconds) throws InterruptedException {
        FxMeter.run(() -> {
            field().setText(FILTER);
            sortBy(FAST_COLUMN, TableColumn.SortType.DESCENDING);
            ((ToggleButton) scene.lookup("#engines-keep-sorted")).fire();
        });
        Latencies[] latencies = new Latencies[1];
        FxMeter.FrameRate rate = new FxMeter.FrameRate();
        FxMeter.run(() -> latencies[0] = new Latencies(tap, scene, table));
        Thread.sleep(10_000);
        FxMeter.run(() -> {
            latencies[0].count(true);
            rate.start();
        });
        long cpu = meter.cpuNanos();
        long process = FxMeter.processNanos();
        long start = System.nanoTime();
        long frames = tap.frames();
        Thread.sleep(seconds * 1000L);
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

    private void idle(int seconds) throws IOException, InterruptedException {
        sandbox.halt(true);
        Thread.sleep(10_000);
        long process = FxMeter.processNanos();
        long cpu = meter.cpuNanos();
        long start = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        double wall = System.nanoTime() - start;
        metrics.put("idle_cpu_pct", 100 * (FxMeter.processNanos() - process) / wall);
        metrics.put("idle_fx_busy_pct", 100 * (meter.cpuNanos() - cpu) / wall);
    }

    private double filterP95() throws InterruptedException {
        Samples millis = new Samples();
        for (int i = 0; i < 30; i++) {
            for (String text : List.of("g", "gp", "gpu", "h100", "")) {
                millis.add(FxMeter.toLayout(scene, () -> field().setText(text)));
            }
        }
        return millis.percentile(95);
    }

    private double sortP95() throws InterruptedException {
        Samples millis = new Samples();
        for (int i = 0; i < 15; i++) {
            for (String column : List.of("name", "vram", "workers", "gpu", "seen")) {
                TableColumn.SortType type = i % 2 == 0 ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING;
                millis.add(FxMeter.toLayout(scene, () -> sortBy(column, type)));
            }
        }
        return millis.percentile(95);
    }

    private double selectAllP95() throws InterruptedException {
        Samples millis = new Samples();
        for (int i = 0; i < 60; i++) {
            press(KeyCode.A, true);
            FxMeter.pulse(scene);
            press(KeyCode.ESCAPE, false);
            FxMeter.pulse(scene);
            millis.add(FxMeter.toLayout(scene, () -> table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, true, false, false))));
        }
        return millis.percentile(95);
    }

    private void press(KeyCode code, boolean control) throws InterruptedException {
        FxMeter.run(() -> table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
    }

    /** Engines that the grid shows otherwise than the sandbox says they are; what an instance has cost so far grows by itself and does not count. */
    private int lost() throws IOException, InterruptedException {
        List<Engine> truth = sandbox.truth();
        int[] wrong = new int[1];
        Consumer<FleetStore> compare = fleet -> {
            List<String> rows = new ArrayList<>();
            table.getItems().forEach(row -> rows.add(((sh.inference.console.ui.engines.EngineRow) row).id()));
            for (Engine engine : truth) {
                Optional<EngineEntry> known = Optional.ofNullable(fleet.entries().get(engine.id()));
                boolean same = known.isPresent() && facts(known.get().engine()).equals(facts(engine));
                wrong[0] += same ? 0 : 1;
            }
            wrong[0] += Math.abs(rows.size() - truth.size());
        };
        FxMeter.run(() -> compare.accept(console.fleet()));
        return wrong[0];
    }

    private static List<Object> facts(Engine engine) {
        return List.of(engine.name(), engine.status(), engine.version(), engine.workers(), engine.system(), engine.updatedAt());
    }

    private TextField field() {
        return (TextField) scene.lookup("#engines-filter");
    }

    private void sortBy(String column, TableColumn.SortType type) {
        sort(table, column, type);
    }

    private static <T> void sort(TableView<T> table, String column, TableColumn.SortType type) {
        TableColumn<T, ?> wanted = table.getColumns().stream().filter(one -> column.equals(one.getId())).findFirst().orElseThrow();
        wanted.setSortType(type);
        table.getSortOrder().setAll(List.of(wanted));
        table.sort();
    }
}
