package sh.inference.console.ui.engines;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.ui.common.EngineWords;

/**
 * What the grid shows: engines of one status or of all, in which every word of the text is found, in any member an
 * operator can see.
 */
record EngineFilter(Optional<EngineStatus> status, String text) {
    static final EngineFilter ALL = new EngineFilter(Optional.empty(), "");

    boolean isAll() {
        return status.isEmpty() && text.isBlank();
    }

    boolean matches(Engine engine, EngineWords words) {
        if (status.isPresent() && !engine.is(status.get())) {
            return false;
        }
        if (text.isBlank()) {
            return true;
        }
        String haystack = haystack(engine, words);
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(haystack::contains);
    }

    private static String haystack(Engine engine, EngineWords words) {
        String where = engine.instance().map(instance -> String.join(" ", instance.cloud(), instance.region(), instance.ip(), instance.type()))
                .orElseGet(() -> engine.system().map(system -> system.hostname() + " " + system.os()).orElse(""));
        List<String> parts = List.of(engine.name(), engine.id(), words.status(engine), words.kind(engine), words.gpu(engine), engine.version(), where,
                String.join(" ", words.loadedApps(engine)));
        return String.join("\n", parts).toLowerCase(Locale.ROOT);
    }
}
