package sh.inference.console.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineKind;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Instance;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Volume;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.settings.Thresholds;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

/** An engine in words, the same in the grid, the details and for a screen reader. Never invents a value. */
public final class EngineWords {
    private static final int MOST_WORKERS = 16;
    private final Messages messages;
    private final AppNames apps;
    private final GpuNames gpuNames;
    private final Releases releases = new Releases();
    private Thresholds thresholds = Thresholds.STANDARD;

    public EngineWords(Messages messages, AppNames apps) {
        this.messages = messages;
        this.apps = apps;
        this.gpuNames = new GpuNames(messages.of("engine.gpu.none"));
    }

    /** From when on things are near or warm; what was drawn before is drawn anew with the next tick. */
    public void setThresholds(Thresholds now) {
        thresholds = now;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** What is known of the newest engine release. */
    public Releases releases() {
        return releases;
    }

    public Messages messages() {
        return messages;
    }

    public AppNames apps() {
        return apps;
    }

    public String status(Engine engine) {
        return messages.of(Status.of(engine).word());
    }

    /** What an engine is called; one that could not be read may say no more than its id, or not even that. */
    public String name(Engine engine) {
        if (!engine.name().isEmpty() || engine.isReadable()) {
            return engine.name();
        }
        return Engine.isAddress(engine.id()) ? engine.id() : messages.of("engine.nameless");
    }

    public String kind(Engine engine) {
        if (!engine.isReadable()) {
            return Formats.UNKNOWN;
        }
        return messages.of(engine.kind() == EngineKind.CLOUD ? "engine.kind.cloud" : "engine.kind.own");
    }

    public String gpu(Engine engine) {
        return gpuNames.of(engine).orElse(Formats.UNKNOWN);
    }

    /** The GPU's name without how many there are; empty when nothing is known. */
    public String gpuType(Engine engine) {
        return gpuNames.type(engine);
    }

    /** Busy of all, {@code 3/4}. */
    public String workers(Engine engine) {
        return engine.workers().map(all -> engine.count(WorkerStatus.BUSY) + "/" + all.size()).orElse(Formats.UNKNOWN);
    }

    /** Used of all GPU memory in gigabytes, {@code 115 / 192}. */
    public String vram(Engine engine) {
        Optional<SystemInfo> system = engine.system();
        OptionalLong used = system.map(SystemInfo::vramUsed).orElse(OptionalLong.empty());
        OptionalLong total = system.map(SystemInfo::vramTotal).orElse(OptionalLong.empty());
        if (used.isEmpty() || total.isEmpty()) {
            return Formats.UNKNOWN;
        }
        return messages.formats().memory(used.getAsLong()) + " / " + messages.formats().memory(total.getAsLong());
    }

    public String temperature(Engine engine) {
        return engine.system().map(SystemInfo::temperature).filter(degrees -> degrees.isPresent())
                .map(degrees -> String.valueOf(degrees.getAsInt())).orElse(Formats.UNKNOWN);
    }

    public String version(Engine engine) {
        return engine.version().isEmpty() ? Formats.UNKNOWN : engine.version();
    }

    /** The names of the apps its workers hold, each once. */
    public List<String> loadedApps(Engine engine) {
        Set<String> names = new LinkedHashSet<>();
        for (Worker worker : engine.workerList()) {
            if (!worker.appId().isEmpty() && !worker.status().is(WorkerStatus.INACTIVE)) {
                names.add(apps.of(worker.appId()));
            }
        }
        return List.copyOf(names);
    }

    /** The names of the apps its workers hold warm beside the loaded ones, each once. */
    public List<String> warmApps(Engine engine) {
        Set<String> names = new LinkedHashSet<>();
        for (Worker worker : engine.workerList()) {
            if (!worker.warmApps().isEmpty()) {
                worker.warmFor().stream().filter(app -> !app.equals(worker.appId())).map(apps::of).forEach(names::add);
            }
        }
        names.removeAll(loadedApps(engine));
        return List.copyOf(names);
    }

    /** What each worker does, in a line each. */
    public List<String> eachWorker(Engine engine) {
        List<String> lines = new ArrayList<>();
        for (Worker worker : engine.workerList().subList(0, Math.min(MOST_WORKERS, engine.workerList().size()))) {
            String state = messages.of("engine.worker", worker.index(), messages.of(Status.ofWorker(worker.status()).word()));
            boolean holds = !worker.appId().isEmpty() && !worker.status().is(WorkerStatus.INACTIVE);
            lines.add(messages.of("engine.worker.full", state, holds ? apps.of(worker.appId()) : Formats.UNKNOWN,
                    worker.appVersionId().isEmpty() ? Formats.UNKNOWN : worker.appVersionId(), worker.taskId().orElse(Formats.UNKNOWN)));
        }
        int more = engine.workerList().size() - lines.size();
        if (more > 0) {
            lines.add(messages.of("engine.workers.more", more));
        }
        return lines;
    }

    /** What is free of a disk's size, {@code 1.41 / 2.00 TB}. */
    public String disk(Volume volume) {
        return messages.of("engine.disk.free", messages.formats().size(volume.free()), messages.formats().size(volume.size()));
    }

    /** Every disk in a line. */
    public String disks(Engine engine) {
        return engine.system().map(SystemInfo::volumes).orElse(List.of()).stream().map(volume -> volume.name() + "  " + disk(volume)).collect(Collectors.joining("\n"));
    }

    /** The time to the end of the instance; a dash where there is nothing that ends. */
    public String endsIn(Engine engine, Instant now) {
        if (engine.instance().isEmpty()) {
            return Formats.UNKNOWN;
        }
        Instance instance = engine.instance().get();
        if (instance.status().is(InstanceStatus.DELETED) || instance.status().is(InstanceStatus.DELETING)) {
            return messages.of(instance.status().is(InstanceStatus.DELETED) ? "engine.ends.deleted" : "engine.ends.deleting");
        }
        if (instance.endsAt().isEmpty()) {
            return messages.of("engine.ends.never");
        }
        Duration left = Duration.between(now, instance.endsAt().get());
        return left.isPositive() ? messages.formats().duration(left) : messages.of("engine.ends.over", left.negated());
    }

    /** How near the end is; empty where nothing ends, or where it has ended. */
    public Optional<Deadline> deadline(Engine engine, Instant now) {
        return engine.instance().filter(Instance::bills).flatMap(Instance::endsAt).map(end -> Deadline.of(end, now, thresholds));
    }

    /** Dollars an hour without the unit; a dash when nothing is billed or the price is not known. */
    public String price(Engine engine) {
        return engine.instance().filter(Instance::bills).flatMap(Instance::hourlyPrice).map(messages.formats()::amount).orElse(Formats.UNKNOWN);
    }

    public String seen(EngineEntry entry, Instant now) {
        return messages.formats().age(age(entry, now));
    }

    /** How an engine is heard of, in words. */
    public String feed(EngineEntry entry) {
        return messages.of("engine.feed." + entry.feed().name().toLowerCase(Locale.ROOT));
    }

    /**
     * How long nothing was heard of an engine. An engine that is away still appears in lists, so for one that is
     * disconnected or stopped the service's own time of its last change counts.
     */
    public static Duration age(EngineEntry entry, Instant now) {
        Duration age = Duration.between(seenAt(entry), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** When an engine was last heard of, in the sense of {@link #age}. */
    public static Instant seenAt(EngineEntry entry) {
        Instant seen = entry.seenAt();
        boolean away = isAway(entry.engine()) && entry.engine().updatedAt().isPresent() && entry.engine().updatedAt().get().isBefore(seen);
        return away ? entry.engine().updatedAt().get() : seen;
    }

    /** Provider and region of a cloud engine, the host of one's own. */
    public String where(Engine engine) {
        String place = engine.instance().map(instance -> instance.region().isEmpty() ? instance.cloud() : instance.cloud() + " · " + instance.region())
                .orElseGet(() -> engine.system().map(SystemInfo::hostname).orElse(""));
        return place.isBlank() ? Formats.UNKNOWN : place;
    }

    public static boolean isAway(Engine engine) {
        return engine.is(EngineStatus.DISCONNECTED) || engine.is(EngineStatus.STOPPED);
    }

    /** Everything of a row in one sentence, for a screen reader. */
    public String sentence(EngineEntry entry, Instant now) {
        Engine engine = entry.engine();
        StringBuilder words = new StringBuilder(messages.of("engine.sentence", name(engine), status(engine), kind(engine)));
        engine.workers().ifPresent(all -> words.append(messages.of("engine.sentence.workers", engine.count(WorkerStatus.BUSY),
                engine.count(WorkerStatus.IDLE), all.size())));
        gpuNames.of(engine).ifPresent(gpu -> words.append(messages.of("engine.sentence.gpu", gpu)));
        String vram = vram(engine);
        if (!vram.equals(Formats.UNKNOWN)) {
            words.append(messages.of("engine.sentence.vram", vram));
        }
        if (!engine.version().isEmpty()) {
            words.append(messages.of("engine.sentence.version", engine.version()));
        }
        if (engine.endsAt().isPresent()) {
            words.append(messages.of("engine.sentence.ends", endsIn(engine, now)));
        }
        return words.append(messages.of("engine.sentence.seen", seen(entry, now), feed(entry))).toString();
    }
}
