package sh.inference.console.ui.engines;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sh.inference.console.ui.common.EngineWords;

/**
 * Looks for every word of a text in what an engine is found by. Thousands of engines share a few kinds of GPU and a few apps,
 * so each of these is looked at once for a text. Confined to the FX thread.
 */
final class TextSearch {
    private final EngineWords words;
    private final List<Needle> needles;

    /** A word, and in which apps and GPUs it was found. */
    private record Needle(String text, Map<String, Boolean> apps, Map<String, Boolean> gpus) {
    }

    /** @param needles in small letters */
    TextSearch(List<String> needles, EngineWords words) {
        this.words = words;
        this.needles = needles.stream().map(text -> new Needle(text, new HashMap<>(), new HashMap<>())).toList();
    }

    boolean finds(EngineRow row) {
        for (Needle needle : needles) {
            if (!row.searchText().contains(needle.text) && !isInHardware(needle, row) && !isInApps(needle, row)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInHardware(Needle needle, EngineRow row) {
        return needle.gpus.computeIfAbsent(row.hardware(words), type -> contains(type, needle));
    }

    private boolean isInApps(Needle needle, EngineRow row) {
        for (String app : row.apps()) {
            if (needle.apps.computeIfAbsent(app, id -> contains(words.apps().of(id), needle))) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(String text, Needle needle) {
        return text.toLowerCase(Locale.ROOT).contains(needle.text);
    }
}
