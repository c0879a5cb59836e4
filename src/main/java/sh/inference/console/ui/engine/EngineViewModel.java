package sh.inference.console.ui.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;

import sh.inference.console.model.Engine;
import sh.inference.console.model.GpuReading;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Text;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.Connection;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetStore;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Fact;
import sh.inference.console.ui.common.Status;
import sh.inference.console.ui.common.Ticker;

/**
 * One engine in detail, without its widgets. Follows the engine whose id it is given; an engine that vanishes leaves its
 * last picture, marked as gone. Reasons of verbs depend on everything, so they are asked for again every second.
 */
public final class EngineViewModel {
    private final FleetStore store;
    private final EngineWords words;
    private final Messages messages;
    private final Ticker ticker;
    private final EngineVerbs verbs;
    private final EngineFacts factsOf;
    private final ReadOnlyObjectWrapper<Optional<EngineEntry>> entry = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper since = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper seen = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper workersSummary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reasons = new ReadOnlyStringWrapper("");
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();
    private final ObservableList<WorkerLine> workers = FXCollections.observableArrayList();
    private final ObservableList<GpuLine> gpus = FXCollections.observableArrayList();
    private final ObservableList<VerbState> states = FXCollections.observableArrayList();
    private Optional<String> id = Optional.empty();
    private Instant firstStatusAt = Instant.EPOCH;

    public EngineViewModel(FleetStore store, EngineWords words, Ticker ticker, EngineVerbs verbs) {
        this.store = store;
        this.words = words;
        this.messages = words.messages();
        this.ticker = ticker;
        this.verbs = verbs;
        this.factsOf = new EngineFacts(words);
        store.entries().addListener((MapChangeListener<String, EngineEntry>) change -> {
            if (id.isPresent() && id.get().equals(change.getKey())) {
                read();
            }
        });
        store.connectionProperty().subscribe(now -> refreshVerbs());
        words.apps().changesProperty().subscribe(n -> refresh());
        ticker.nowProperty().subscribe(now -> {
            refreshTimes();
            refreshVerbs();
        });
    }

    /** Shows another engine; empty shows none. */
    public void show(Optional<String> engineId) {
        if (!id.equals(engineId)) {
            id = engineId;
            firstStatusAt = id.map(store.entries()::get).map(EngineEntry::statusAt).orElse(Instant.EPOCH);
            entry.set(Optional.empty());
            read();
            refreshVerbs();
        }
    }

    public Optional<String> id() {
        return id;
    }

    /** The engine as last seen; empty when none is chosen. */
    public ReadOnlyObjectProperty<Optional<EngineEntry>> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return store.connectionProperty();
    }

    /** The status and how long it has lasted: "Running 3 h 41 m". */
    public ReadOnlyStringProperty sinceProperty() {
        return since.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty seenProperty() {
        return seen.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty workersSummaryProperty() {
        return workersSummary.getReadOnlyProperty();
    }

    /** Why the verbs that have a button are off, in a line each; empty when all are on. */
    public ReadOnlyStringProperty reasonsProperty() {
        return reasons.getReadOnlyProperty();
    }

    public ObservableList<Fact> facts() {
        return facts;
    }

    public ObservableList<WorkerLine> workers() {
        return workers;
    }

    public ObservableList<GpuLine> gpus() {
        return gpus;
    }

    /** Every verb with the reason why it is off. */
    public ObservableList<VerbState> verbs() {
        return states;
    }

    /** Whether what is shown is not as it is now. */
    boolean isOld(Connection connection) {
        return isGone() || connection.freshness().isOld() || entry.get().filter(shown -> shown.stale() || connection.freshness().isDoubted(shown.seenAt())).isPresent();
    }

    String nameOf(Engine engine) {
        return words.name(engine);
    }

    public Messages messages() {
        return messages;
    }

    public Optional<Text> whyNot(Verb verb) {
        return id.flatMap(engine -> verbs.whyNot(verb, engine));
    }

    /** Opens the dialog of a verb, unless the verb is off. */
    public void request(Verb verb) {
        if (id.isPresent() && entry.get().isPresent() && whyNot(verb).isEmpty()) {
            verbs.request(verb, id.get());
        }
    }

    private void read() {
        EngineEntry now = id.map(store.entries()::get).orElse(null);
        // An engine that is gone keeps its last picture, under a head that says so.
        if (now != null || id.isEmpty()) {
            boolean moved = entry.get().map(before -> !before.engine().status().equals(now == null ? null : now.engine().status())).orElse(true);
            entry.set(Optional.ofNullable(now));
            refresh();
            if (moved) {
                refreshVerbs();
            }
        } else {
            refresh();
            refreshVerbs();
        }
    }

    private boolean isGone() {
        return !id.map(store.entries()::containsKey).orElse(false);
    }

    private void refresh() {
        if (entry.get().isEmpty()) {
            status.set(null);
            facts.clear();
            workers.clear();
            gpus.clear();
            return;
        }
        Engine engine = entry.get().get().engine();
        status.set(isGone() ? Status.GONE : Status.of(engine));
        List<String> counts = new ArrayList<>();
        for (WorkerStatus one : List.of(WorkerStatus.BUSY, WorkerStatus.RESERVED, WorkerStatus.IDLE, WorkerStatus.INACTIVE)) {
            if (engine.count(one) > 0) {
                counts.add(engine.count(one) + " " + messages.of("status.worker." + one.name().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        workersSummary.set(engine.workers().isPresent() ? String.join(" · ", counts) : messages.of("engine.workers.unknown"));
        setIfChanged(workers, engine.workerList().stream().map(this::line).toList());
        setIfChanged(gpus, engine.system().map(SystemInfo::gpus).orElse(List.of()).stream().map(this::line).toList());
        refreshTimes();
    }

    private void refreshTimes() {
        entry.get().ifPresent(shown -> {
            Instant now = ticker.now();
            since.set(since(shown, now));
            seen.set(messages.of("engine.seen", EngineWords.age(shown, now)));
            setIfChanged(facts, factsOf.of(shown, now));
        });
    }

    private String since(EngineEntry shown, Instant now) {
        String word = words.status(shown.engine());
        if (isGone()) {
            return messages.of("engine.since.gone", word);
        }
        if (EngineWords.isAway(shown.engine())) {
            return messages.of("engine.since", word, EngineWords.age(shown, now));
        }
        Duration known = Duration.between(shown.statusAt(), now);
        boolean sawItBegin = !shown.statusAt().equals(firstStatusAt);
        return messages.of(sawItBegin ? "engine.since" : "engine.since.at-least", word, known.isNegative() ? Duration.ZERO : known);
    }

    private void refreshVerbs() {
        if (entry.get().isEmpty()) {
            states.clear();
            reasons.set("");
            return;
        }
        List<VerbState> now = EngineVerbs.ALL.stream().map(verb -> new VerbState(verb, whyNot(verb).map(messages::of))).toList();
        setIfChanged(states, now);
        reasons.set(reasons(now.stream().filter(state -> state.verb() != Verb.DELETE && state.verb() != Verb.RENAME).toList()));
    }

    /** One reason for all is said once; else each verb with its own. */
    private String reasons(List<VerbState> all) {
        List<VerbState> off = all.stream().filter(state -> state.whyNot().isPresent()).toList();
        List<String> distinct = off.stream().map(state -> state.whyNot().get()).distinct().toList();
        if (off.size() == all.size() && distinct.size() == 1) {
            return distinct.getFirst();
        }
        List<String> lines = new ArrayList<>();
        for (String reason : distinct) {
            String which = String.join(", ", off.stream().filter(state -> state.whyNot().get().equals(reason))
                    .map(state -> messages.of("verb." + state.verb().key())).toList());
            lines.add(messages.of("engine.verb.off", which, reason));
        }
        return String.join("\n", lines);
    }

    private WorkerLine line(Worker worker) {
        String state = messages.of("engine.worker", worker.index(), Status.ofWorker(worker.status()).word());
        String app = worker.appId().isEmpty() || worker.status().is(WorkerStatus.INACTIVE) ? Formats.UNKNOWN : words.apps().of(worker.appId());
        String version = app.equals(Formats.UNKNOWN) || worker.appVersionId().isEmpty() ? "" : "@" + shortened(worker.appVersionId());
        boolean warm = worker.status().is(WorkerStatus.IDLE) && !worker.appId().isEmpty();
        String task = worker.taskId().map(EngineViewModel::shortened).orElse(warm ? messages.of("engine.worker.warm") : "");
        String full = messages.of("engine.worker.full", state, app, worker.appVersionId().isEmpty() ? Formats.UNKNOWN : worker.appVersionId(),
                worker.taskId().orElse(Formats.UNKNOWN));
        return new WorkerLine(worker, state, app, version, task, full);
    }

    private GpuLine line(GpuReading gpu) {
        boolean known = gpu.memoryUsed().isPresent() && gpu.memoryTotal().isPresent() && gpu.memoryTotal().getAsLong() > 0;
        String memory = known ? messages.of("engine.gpu.memory", messages.formats().memoryExact(gpu.memoryUsed().getAsLong()),
                messages.formats().memory(gpu.memoryTotal().getAsLong())) : Formats.UNKNOWN;
        OptionalInt degrees = gpu.temperature();
        return new GpuLine(messages.of("engine.gpu", gpu.index()), known ? (double) gpu.memoryUsed().getAsLong() / gpu.memoryTotal().getAsLong() : -1, memory,
                degrees.isPresent() ? messages.of("engine.gpu.temperature", degrees.getAsInt()) : Formats.UNKNOWN,
                degrees.isPresent() && degrees.getAsInt() >= words.thresholds().warmCelsius());
    }

    private static String shortened(String text) {
        return text.length() <= 8 ? text : text.substring(0, 8);
    }

    private static <T> void setIfChanged(ObservableList<T> list, List<T> now) {
        if (!Objects.equals(list, now)) {
            list.setAll(now);
        }
    }
}
