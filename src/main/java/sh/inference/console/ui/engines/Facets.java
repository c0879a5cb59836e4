package sh.inference.console.ui.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineKind;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Instance;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Wire;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Releases;
import sh.inference.console.ui.common.Status;
import sh.inference.console.ui.common.Ticker;

/**
 * The values an engine has in each {@link Facet}, and their words. Where a facet is a scale, such as memory, an engine has
 * every step that it reaches, the one nearest to it last. What is not known is a value too.
 */
final class Facets {
    static final String UNKNOWN = "unknown";
    private static final int[] VRAM_GB = {24, 48, 80, 160, 320};
    private static final int[] PRICE_CENTS = {50, 100, 200, 500, 1000};
    private static final int[] MINUTES = {24 * 60, 4 * 60, 60, 15};
    private final EngineWords words;
    private final Ticker ticker;
    private final Releases releases;

    Facets(EngineWords words, Ticker ticker, Releases releases) {
        this.words = words;
        this.ticker = ticker;
        this.releases = releases;
    }

    List<String> of(Facet facet, Engine engine) {
        if (!engine.isReadable()) {
            return List.of(facet == Facet.WORKERS ? "none" : UNKNOWN);
        }
        return switch (facet) {
            case STATUS -> List.of(engine.status().value().name().toLowerCase(Locale.ROOT));
            case WORKERS -> workers(engine);
            case KIND -> List.of(engine.kind() == EngineKind.CLOUD ? "cloud" : "own");
            case GPU -> List.of(orUnknown(words.gpuType(engine)));
            case VRAM -> engine.system().map(SystemInfo::vramTotal).filter(total -> total.isPresent()).map(total -> steps(VRAM_GB, total.getAsLong() >> 30, "less"))
                    .orElse(List.of(UNKNOWN));
            case APP -> apps(engine);
            case VERSION -> List.of(orUnknown(engine.version()));
            case OUTDATED -> List.of(releases.of(engine.version()).name().toLowerCase(Locale.ROOT));
            case PROVIDER -> List.of(engine.instance().map(instance -> orUnknown(instance.cloud())).orElse("own"));
            case REGION -> List.of(orUnknown(engine.instance().map(Instance::region).orElse("")));
            case PRICE -> engine.instance().filter(Instance::bills).flatMap(Instance::hourlyPrice)
                    .map(price -> steps(PRICE_CENTS, price.microcents() / 1_000_000, "less")).orElse(List.of("none"));
            case DEADLINE -> deadline(engine);
        };
    }

    /** The one value that an engine is grouped under: the nearest step of a scale, all apps together. */
    String group(Facet facet, Engine engine) {
        List<String> values = of(facet, engine);
        return facet == Facet.APP ? String.join(" ", values) : values.getLast();
    }

    /** What a facet is called. */
    String name(Facet facet) {
        return words.messages().of("engines.facet." + facet.key());
    }

    /** The words of a group. */
    String groupWord(Facet facet, String value) {
        return facet == Facet.APP ? Arrays.stream(value.split(" ")).map(one -> word(facet, one)).collect(Collectors.joining(", ")) : word(facet, value);
    }

    /** Steps of a scale by their number, all else by its word. */
    Comparator<String> groupOrder(Facet facet) {
        Comparator<String> byNumber = Comparator.comparingInt(value -> value.isEmpty() || !value.chars().allMatch(Character::isDigit) ? -1 : Integer.parseInt(value));
        Comparator<String> byWord = Comparator.comparing(value -> groupWord(facet, value), String.CASE_INSENSITIVE_ORDER);
        return isScale(facet) ? byNumber.thenComparing(byWord) : byWord;
    }

    private static boolean isScale(Facet facet) {
        return facet == Facet.VRAM || facet == Facet.PRICE || facet == Facet.DEADLINE;
    }

    /** Every value that engines have in a facet and how many have it: steps of a scale in their order, of all else the most frequent first. */
    Map<String, Integer> count(Facet facet, Iterable<EngineRow> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> of(facet, row.engine()).forEach(value -> counts.merge(value, 1, Integer::sum)));
        Map<String, Integer> ordered = new LinkedHashMap<>();
        Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(entry -> word(facet, entry.getKey()));
        counts.entrySet().stream().sorted(isScale(facet) ? Map.Entry.comparingByKey(groupOrder(facet)) : byCount)
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    String word(Facet facet, String value) {
        if (value.equals(UNKNOWN) && facet != Facet.STATUS) {
            return words.messages().of("engines.facet.unknown");
        }
        return switch (facet) {
            case STATUS -> words.messages().of(Status.ofEngine(new Wire<>(Wire.read(EngineStatus.class, value).value(), "")).word());
            case APP -> words.apps().of(value);
            case GPU, VERSION, REGION -> value;
            case PROVIDER -> value.equals("own") ? words.messages().of("engine.self-hosted") : value;
            case VRAM, PRICE, DEADLINE, KIND, WORKERS, OUTDATED -> words.messages().of("engines.facet." + facet.key() + "." + value);
        };
    }

    /** Whether a value can stand in a filter of a facet; those taken from what engines report always can. */
    static boolean isValid(Facet facet, String value) {
        return switch (facet) {
            case STATUS -> value.equals(UNKNOWN) || !Wire.read(EngineStatus.class, value).is(EngineStatus.UNKNOWN);
            case WORKERS -> Set.of("busy", "idle", "none").contains(value);
            case KIND -> Set.of("cloud", "own", UNKNOWN).contains(value);
            case OUTDATED -> Set.of("outdated", "newest", UNKNOWN).contains(value);
            case VRAM -> Set.of("24", "48", "80", "160", "320", "less", UNKNOWN).contains(value);
            case PRICE -> Set.of("50", "100", "200", "500", "1000", "less", "none", UNKNOWN).contains(value);
            case DEADLINE -> Set.of("over", "15", "60", "240", "1440", "later", "never", "none", UNKNOWN).contains(value);
            case GPU, APP, VERSION, PROVIDER, REGION -> !value.isBlank();
        };
    }

    private static List<String> workers(Engine engine) {
        List<String> values = new ArrayList<>(2);
        if (engine.count(WorkerStatus.BUSY) > 0) {
            values.add("busy");
        }
        if (engine.count(WorkerStatus.IDLE) > 0) {
            values.add("idle");
        }
        return values.isEmpty() ? List.of("none") : values;
    }

    private static List<String> apps(Engine engine) {
        Set<String> apps = new LinkedHashSet<>();
        for (Worker worker : engine.workerList()) {
            apps.addAll(worker.warmFor());
        }
        return apps.isEmpty() ? List.of(UNKNOWN) : List.copyOf(apps);
    }

    private List<String> deadline(Engine engine) {
        Optional<Instance> instance = engine.instance().filter(Instance::bills);
        if (instance.isEmpty()) {
            return List.of("none");
        }
        Optional<Instant> end = instance.get().endsAt();
        if (end.isEmpty()) {
            return List.of("never");
        }
        Duration left = Duration.between(ticker.now(), end.get());
        List<String> values = new ArrayList<>();
        for (int minutes : MINUTES) {
            if (left.toMinutes() < minutes) {
                values.add(String.valueOf(minutes));
            }
        }
        if (left.isNegative()) {
            values.add("over");
        }
        return values.isEmpty() ? List.of("later") : values;
    }

    private static List<String> steps(int[] scale, long value, String less) {
        List<String> reached = new ArrayList<>();
        for (int step : scale) {
            if (value >= step) {
                reached.add(String.valueOf(step));
            }
        }
        return reached.isEmpty() ? List.of(less) : reached;
    }

    private static String orUnknown(String value) {
        return value.isBlank() ? UNKNOWN : value;
    }
}
