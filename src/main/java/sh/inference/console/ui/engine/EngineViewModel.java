package sh.inference.console.ui.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.MapChangeListener;

import sh.inference.console.model.Engine;
import sh.inference.console.model.GpuReading;
import sh.inference.console.model.Instance;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Text;
import sh.inference.console.model.Worker;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetStore;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Deadline;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Fact;
import sh.inference.console.ui.common.Ticker;

/** Everything known of the chosen engine, and what can be done with it. Confined to the FX thread. */
public final class EngineViewModel {
    /** A worker's line. */
    public record WorkerLine(Worker worker, String label, String work, String task) {
    }

    /** A GPU's line; the fraction is empty where memory is not reported. */
    public record GpuLine(String name, Optional<Double> fraction, String memory, String temperature) {
    }

    /** What the pane shows of an engine. */
    public record Shown(EngineEntry entry, String since, String seen, List<Fact> facts, List<WorkerLine> workers, List<GpuLine> gpus,
                        Map<Verb, String> obstacles) {
    }

    private final FleetStore store;
    private final EngineVerbs verbs;
    private final EngineWords words;
    private final Ticker ticker;
    private final StringProperty engineId = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    public EngineViewModel(FleetStore store, EngineVerbs verbs, EngineWords words, Ticker ticker) {
        this.store = store;
        this.verbs = verbs;
        this.words = words;
        this.ticker = ticker;
        engineId.subscribe(id -> refresh());
        ticker.nowProperty().subscribe(now -> refresh());
        store.connectionProperty().subscribe(now -> refresh());
        store.entries().addListener((MapChangeListener<String, EngineEntry>) change -> {
            if (change.getKey().equals(engineId.get())) {
                refresh();
            }
        });
    }

    /** The engine to show; empty for none. */
    public StringProperty engineIdProperty() {
        return engineId;
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public Messages messages() {
        return words.messages();
    }

    public EngineWords words() {
        return words;
    }

    /** Opens the dialog of a verb, unless something stands in its way. */
    public void request(Verb verb) {
        if (shown.get().isPresent() && verbs.whyNot(verb, engineId.get()).isEmpty()) {
            verbs.request(verb, engineId.get());
        }
    }

    private void refresh() {
        EngineEntry entry = engineId.get() == null ? null : store.entries().get(engineId.get());
        shown.set(Optional.ofNullable(entry).map(this::show));
    }

    private Shown show(EngineEntry entry) {
        Instant now = ticker.now();
        Engine engine = entry.engine();
        Map<Verb, String> obstacles = new EnumMap<>(Verb.class);
        for (Verb verb : EngineVerbs.ALL) {
            Optional<Text> why = verbs.whyNot(verb, engine.id());
            why.ifPresent(text -> obstacles.put(verb, messages().of(text)));
        }
        Duration since = Duration.between(entry.statusAt(), now);
        return new Shown(entry, messages().of("details.since", words.status(engine), since.isNegative() ? Duration.ZERO : since),
                messages().of("details.seen", words.seen(entry, now)), facts(engine, now), workers(entry), gpus(engine), obstacles);
    }

    private List<Fact> facts(Engine engine, Instant now) {
        List<Fact> facts = new ArrayList<>();
        Formats formats = messages().formats();
        Optional<SystemInfo> system = engine.system();
        if (engine.instance().isPresent()) {
            Instance instance = engine.instance().get();
            facts.add(fact("where", join(instance.cloud(), instance.region())));
            facts.add(fact("instance", join(instance.status().raw(), instance.type(), instance.ip())));
            facts.add(fact("price", join(instance.hourlyPrice().map(price -> messages().of("details.per-hour", price)).orElse(""),
                    instance.costSoFar().map(cost -> messages().of("details.so-far", cost)).orElse(""),
                    instance.spendCap().map(cap -> messages().of("details.cap", cap)).orElse(""))));
            String ends = instance.endsAt().map(end -> messages().of("details.ends", formats.dateTime(end), formats.utc(end), words.endsIn(engine, now)))
                    .orElse(words.endsIn(engine, now));
            Fact.Tone tone = EngineWords.deadline(engine, now).map(EngineViewModel::tone).orElse(Fact.Tone.PLAIN);
            facts.add(new Fact(messages().of("details.fact.ends"), ends, tone));
        } else {
            facts.add(fact("where", join(messages().of("details.self-hosted"), system.map(SystemInfo::hostname).orElse(""), system.map(SystemInfo::os).orElse(""))));
        }
        facts.add(fact("version", words.version(engine)));
        system.flatMap(info -> info.gpus().stream().findFirst()).filter(gpu -> !gpu.driver().isEmpty())
                .ifPresent(gpu -> facts.add(fact("driver", join(gpu.driver(), gpu.cuda().isEmpty() ? "" : "CUDA " + gpu.cuda()))));
        system.flatMap(SystemInfo::mainVolume)
                .ifPresent(disk -> facts.add(fact("disk", messages().of("details.of", formats.size(disk.free()), formats.size(disk.size())))));
        return facts;
    }

    private List<WorkerLine> workers(EngineEntry entry) {
        return entry.engine().workerList().stream().map(worker -> {
            String work = worker.appId().isEmpty() ? Formats.UNKNOWN : words.apps().of(worker.appId());
            String state = messages().of(sh.inference.console.ui.common.Status.ofWorker(worker.status()).word());
            String task = worker.taskId().map(id -> id.substring(0, Math.min(8, id.length()))).orElse("");
            return new WorkerLine(worker, messages().of("details.worker", worker.index(), state), work, task);
        }).toList();
    }

    private List<GpuLine> gpus(Engine engine) {
        List<GpuLine> lines = new ArrayList<>();
        for (GpuReading gpu : engine.system().map(SystemInfo::gpus).orElse(List.of())) {
            boolean known = gpu.memoryUsed().isPresent() && gpu.memoryTotal().orElse(0) > 0;
            Formats formats = messages().formats();
            lines.add(new GpuLine(messages().of("details.gpu", gpu.index()),
                    known ? Optional.of((double) gpu.memoryUsed().getAsLong() / gpu.memoryTotal().getAsLong()) : Optional.empty(),
                    known ? messages().of("details.gb", formats.memoryExact(gpu.memoryUsed().getAsLong()), formats.memory(gpu.memoryTotal().getAsLong())) : Formats.UNKNOWN,
                    gpu.temperature().isPresent() ? messages().of("details.degrees", gpu.temperature().getAsInt()) : Formats.UNKNOWN));
        }
        return lines;
    }

    private Fact fact(String key, String value) {
        return new Fact(messages().of("details.fact." + key), value.isEmpty() ? Formats.UNKNOWN : value);
    }

    private static Fact.Tone tone(Deadline deadline) {
        return switch (deadline) {
            case SOON -> Fact.Tone.WARN;
            case URGENT, OVER -> Fact.Tone.DANGER;
            case FAR -> Fact.Tone.PLAIN;
        };
    }

    private static String join(String... parts) {
        return String.join(" · ", java.util.Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
    }
}
