package sh.inference.console.ui.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import sh.inference.console.model.Engine;
import sh.inference.console.model.GpuReading;
import sh.inference.console.model.Instance;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Volume;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Deadline;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Fact;
import sh.inference.console.ui.common.Releases;

/** What is known of an engine as a list of facts. What is not known is left out or a dash, never invented. */
final class EngineFacts {
    private static final String BETWEEN = " · ";
    private final EngineWords words;
    private final Messages messages;
    private final Formats formats;

    EngineFacts(EngineWords words) {
        this.words = words;
        this.messages = words.messages();
        this.formats = messages.formats();
    }

    List<Fact> of(EngineEntry entry, Instant now) {
        Engine engine = entry.engine();
        List<Fact> facts = new ArrayList<>();
        if (!engine.isReadable()) {
            return List.of(fact("feed", words.feed(entry)));
        }
        facts.add(fact("where", where(engine)));
        engine.instance().ifPresent(instance -> {
            facts.add(fact("instance", join(instance.status().raw(), instance.type(), instance.ip())));
            facts.add(fact("price", price(instance)));
            facts.add(ends(engine, instance, now));
        });
        facts.add(version(engine));
        driver(engine).ifPresent(driver -> facts.add(fact("driver", driver)));
        engine.system().flatMap(SystemInfo::mainVolume).ifPresent(volume -> facts.add(disk(volume, entry, now)));
        facts.add(fact("capacity", capacity(engine)));
        facts.add(fact("feed", words.feed(entry)));
        return facts;
    }

    private String where(Engine engine) {
        return engine.instance().map(instance -> join(instance.cloud(), instance.region()))
                .orElseGet(() -> join(messages.of("engine.self-hosted"), engine.system().map(SystemInfo::hostname).filter(host -> !host.isBlank())
                        .map(host -> messages.of("engine.host", host)).orElse(""), engine.system().map(SystemInfo::os).orElse("")));
    }

    private String price(Instance instance) {
        String hourly = instance.hourlyPrice().map(price -> messages.of("engine.price.hourly", price)).orElse(Formats.UNKNOWN);
        String soFar = instance.costSoFar().map(cost -> messages.of("engine.price.so-far", cost)).orElse("");
        String cap = instance.spendCap().map(most -> messages.of("engine.price.cap", most)).orElse("");
        return join(hourly, soFar, cap);
    }

    private Fact ends(Engine engine, Instance instance, Instant now) {
        String name = messages.of("engine.fact.ends");
        if (instance.endsAt().isEmpty() || !instance.bills()) {
            return new Fact(name, words.endsIn(engine, now));
        }
        Instant end = instance.endsAt().get();
        Duration left = Duration.between(now, end);
        String remaining = left.isPositive() ? messages.of("engine.ends.left", left) : messages.of("engine.ends.past", left.negated());
        Fact.Tone tone = switch (Deadline.of(end, now, words.thresholds())) {
            case FAR -> Fact.Tone.PLAIN;
            case SOON -> Fact.Tone.WARN;
            case URGENT, OVER -> Fact.Tone.DANGER;
        };
        return new Fact(name, messages.of("engine.ends.at", formats.dateTimeAndUtc(end), remaining), tone);
    }

    private Fact version(Engine engine) {
        boolean old = words.releases().of(engine.version()) == Releases.Verdict.OUTDATED;
        return old ? new Fact(messages.of("engine.fact.version"), join(words.version(engine), messages.of("engine.version.newest", words.releases().newestProperty().get())), Fact.Tone.WARN)
                : fact("version", words.version(engine));
    }

    private Optional<String> driver(Engine engine) {
        Set<String> drivers = new LinkedHashSet<>();
        for (GpuReading gpu : engine.system().map(SystemInfo::gpus).orElse(List.of())) {
            drivers.add(join(gpu.driver(), gpu.cuda().isBlank() ? "" : messages.of("engine.cuda", gpu.cuda())));
        }
        drivers.remove("");
        drivers.remove(Formats.UNKNOWN);
        return drivers.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", drivers));
    }

    private Fact disk(Volume volume, EngineEntry entry, Instant now) {
        String value = messages.of("engine.disk", formats.size(volume.free()), formats.size(volume.size()), EngineWords.age(entry, now));
        boolean low = volume.size() > 0 && volume.free() * 10 < volume.size();
        return new Fact(messages.of("engine.fact.disk"), value, low ? Fact.Tone.WARN : Fact.Tone.PLAIN);
    }

    private String capacity(Engine engine) {
        String workers = engine.workers().map(all -> messages.of(all.size() == 1 ? "engine.capacity.worker" : "engine.capacity.workers", all.size())).orElse("");
        OptionalLong vram = engine.system().map(SystemInfo::vramTotal).orElse(OptionalLong.empty());
        OptionalLong ram = engine.system().map(SystemInfo::ramTotal).orElse(OptionalLong.empty());
        return join(workers, vram.isPresent() ? messages.of("engine.capacity.vram", formats.memory(vram.getAsLong())) : "",
                ram.isPresent() ? messages.of("engine.capacity.ram", formats.memory(ram.getAsLong())) : "");
    }

    private Fact fact(String key, String value) {
        return new Fact(messages.of("engine.fact." + key), value);
    }

    private static String join(String... parts) {
        String joined = Arrays.stream(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(BETWEEN));
        return joined.isEmpty() ? Formats.UNKNOWN : joined;
    }
}
