package sh.inference.console.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;

import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.Frame;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.Feed;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetReducer;

/** A grid as one would write it at first: every frame to the FX thread by itself, and a list that is always sorted. */
public final class NaiveRun {
    private static final Comparator<ObjectProperty<EngineEntry>> BY_VRAM = Comparator.comparing(row -> -vram(row.get().engine()));
    private final FrameTap tap = new FrameTap();
    private final Map<String, ObjectProperty<EngineEntry>> byId = new HashMap<>();
    private final ObservableList<ObjectProperty<EngineEntry>> rows = FXCollections.observableArrayList(row -> new Observable[] {row});
    private TableView<ObjectProperty<EngineEntry>> table;
    private Scene scene;

    /** URL, key, number of engines, anything, seconds. */
    public static void main(String[] args) throws IOException, InterruptedException, ApiException {
        Map<String, Number> metrics = new NaiveRun().measure(URI.create(args[0]), args[1], Integer.parseInt(args[4]));
        System.out.println(new ObjectMapper().writeValueAsString(metrics));
        System.exit(0);
    }

    private Map<String, Number> measure(URI url, String key, int seconds) throws InterruptedException, ApiException, IOException {
        InferenceApi api = tap.around(new HttpInferenceApi(url, () -> "Bearer " + key, () -> HttpSettings.DEFAULT, Clock.systemUTC()));
        new SandboxControl(url, key).halt(false);
        Platform.startup(() -> { });
        FxMeter meter = new FxMeter();
        FxMeter.run(this::show);
        long start = System.nanoTime();
        for (Page<Engine> page = api.listEngines(ListRequest.first(100)); ; page = api.listEngines(ListRequest.first(100).after(page.nextCursor()))) {
            Page<Engine> read = page;
            Platform.runLater(() -> read.items().forEach(this::add));
            if (!page.hasNext()) {
                break;
            }
        }
        FxMeter.run(() -> { });
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("naive_all_rows_ms", (System.nanoTime() - start) / 1e6);
        Latencies[] latencies = new Latencies[1];
        FxMeter.FrameRate rate = new FxMeter.FrameRate();
        FxMeter.run(() -> {
            latencies[0] = new Latencies(tap, scene, table);
            latencies[0].count(true);
            rate.start();
        });
        Thread.ofPlatform().daemon().start(() -> follow(api));
        long cpu = meter.cpuNanos();
        long from = System.nanoTime();
        FxMeter.lapse(seconds);
        double wall = System.nanoTime() - from;
        metrics.put("naive_fx_busy_pct", 100 * (meter.cpuNanos() - cpu) / wall);
        metrics.put("naive_updates_per_s", tap.frames() * 1e9 / wall);
        metrics.put("naive_p99_ms", latencies[0].millis().percentile(99));
        metrics.put("naive_latency_samples", latencies[0].millis().size());
        metrics.put("naive_fps", Math.max(0, rate.median()));
        return metrics;
    }

    private void show() {
        // Not before the toolkit runs.
        table = new TableView<>();
        column("status", engine -> engine.status().raw());
        column("name", Engine::name);
        column("version", Engine::version);
        column("workers", engine -> engine.count(WorkerStatus.BUSY) + "/" + engine.workerList().size());
        column("vram", engine -> String.valueOf(vram(engine) >> 30));
        table.setItems(new SortedList<>(rows, BY_VRAM));
        scene = new Scene(table, 1280, 800);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    private void column(String name, Function<Engine, String> text) {
        TableColumn<ObjectProperty<EngineEntry>, EngineEntry> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> row.getValue());
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(EngineEntry entry, boolean empty) {
                super.updateItem(entry, empty);
                setText(empty || entry == null ? "" : text.apply(entry.engine()));
            }
        });
        column.setPrefWidth(200);
        table.getColumns().add(column);
    }

    private void add(Engine engine) {
        apply(EngineChange.whole(engine), Feed.POLL);
    }

    private void follow(InferenceApi api) {
        try {
            api.streamEvents().read(frame -> {
                if (frame instanceof Frame.EngineNews news) {
                    Platform.runLater(() -> apply(news.change(), Feed.EVENTS));
                }
            });
        } catch (ApiException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private void apply(EngineChange change, Feed feed) {
        ObjectProperty<EngineEntry> row = byId.get(change.id());
        Optional<EngineEntry> now = FleetReducer.apply(Optional.ofNullable(row).map(ObjectProperty::get), change, feed, Clock.systemUTC().instant());
        if (row != null) {
            now.ifPresent(row::set);
        } else if (now.isPresent()) {
            byId.put(change.id(), new SimpleObjectProperty<>(now.get()));
            rows.add(byId.get(change.id()));
        }
    }

    private static long vram(Engine engine) {
        return engine.system().map(system -> system.vramUsed().orElse(0)).orElse(0L);
    }
}
