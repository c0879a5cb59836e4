package sh.inference.console.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.settings.Settings.Density;
import sh.inference.console.settings.Settings.ThemeChoice;

/** Settings as an object of JSON, one member for each that can be chosen. */
final class SettingsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SettingsJson() {
    }

    static ObjectNode write(Settings settings) {
        ObjectNode json = JSON.createObjectNode();
        json.put("theme", word(settings.theme())).put("density", word(settings.density())).put("language", settings.language())
                .put("text_percent", settings.textPercent()).put("still", settings.still()).put("bare_keys", settings.bareKeys());
        json.set("keys", JSON.valueToTree(settings.keys()));
        json.putObject("thresholds").put("soon_minutes", settings.thresholds().soonMinutes()).put("urgent_minutes", settings.thresholds().urgentMinutes())
                .put("warm_celsius", settings.thresholds().warmCelsius());
        json.putObject("limits").put("stuck_minutes", settings.limits().stuckMinutes()).put("ask_dollars", settings.limits().askDollars())
                .put("ask_hours", settings.limits().askHours());
        json.set("strict", JSON.valueToTree(settings.strict().stream().sorted().map(SettingsJson::word).toList()));
        json.put("read_releases", settings.releases());
        return json;
    }

    /** What cannot be read takes its default and is named among the problems. */
    static Settings read(JsonNode json, List<Text> problems) {
        Settings standard = Settings.STANDARD;
        demand(json, "keys", JsonNode::isObject, problems);
        demand(json, "thresholds", JsonNode::isObject, problems);
        demand(json, "limits", JsonNode::isObject, problems);
        demand(json, "strict", JsonNode::isArray, problems);
        String language = text(json, "language", standard.language(), tag -> Settings.LANGUAGES.contains(Locale.forLanguageTag(tag).getLanguage()), problems);
        int percent = number(json, "text_percent", standard.textPercent(), problems);
        if (percent < 100 || percent > 200) {
            problems.add(Text.of("settings.invalid", "text_percent", String.valueOf(percent), String.valueOf(standard.textPercent())));
            percent = standard.textPercent();
        }
        return new Settings(one(json, "theme", ThemeChoice.class, standard.theme(), problems), one(json, "density", Density.class, standard.density(), problems),
                language, percent, flag(json, "still", standard.still(), problems), flag(json, "bare_keys", standard.bareKeys(), problems), keys(json, problems),
                thresholds(json.path("thresholds"), problems), limits(json.path("limits"), problems), strict(json, problems), flag(json, "read_releases", standard.releases(), problems));
    }

    /** What is of the wrong kind as a whole counts as not there, but not in silence. */
    private static void demand(JsonNode json, String name, Predicate<JsonNode> good, List<Text> problems) {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !good.test(value)) {
            problems.add(Text.of("settings.invalid.kind", name, value.toString()));
        }
    }

    private static Map<String, List<String>> keys(JsonNode json, List<Text> problems) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        json.path("keys").properties().forEach(entry -> {
            List<String> list = new ArrayList<>();
            entry.getValue().forEach(key -> list.add(key.asText()));
            if (entry.getValue().isArray()) {
                keys.put(entry.getKey(), list);
            } else {
                problems.add(Text.of("settings.invalid", "keys." + entry.getKey(), entry.getValue().toString(), ""));
            }
        });
        return keys;
    }

    private static Thresholds thresholds(JsonNode json, List<Text> problems) {
        Thresholds standard = Thresholds.STANDARD;
        try {
            return new Thresholds(number(json, "soon_minutes", standard.soonMinutes(), problems), number(json, "urgent_minutes", standard.urgentMinutes(), problems),
                    number(json, "warm_celsius", standard.warmCelsius(), problems));
        } catch (IllegalArgumentException outOfReason) {
            problems.add(Text.of("settings.invalid", "thresholds", json.toString(), standard.soonMinutes() + ", " + standard.urgentMinutes() + ", " + standard.warmCelsius()));
            return standard;
        }
    }

    private static Limits limits(JsonNode json, List<Text> problems) {
        Limits standard = Limits.STANDARD;
        try {
            return new Limits(number(json, "stuck_minutes", standard.stuckMinutes(), problems), number(json, "ask_dollars", standard.askDollars(), problems),
                    number(json, "ask_hours", standard.askHours(), problems));
        } catch (IllegalArgumentException outOfReason) {
            problems.add(Text.of("settings.invalid", "limits", json.toString(), standard.stuckMinutes() + ", " + standard.askDollars() + ", " + standard.askHours()));
            return standard;
        }
    }

    private static Set<ProfileKind> strict(JsonNode json, List<Text> problems) {
        Set<ProfileKind> kinds = EnumSet.noneOf(ProfileKind.class);
        json.path("strict").forEach(kind -> {
            try {
                kinds.add(ProfileKind.valueOf(kind.asText().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                problems.add(Text.of("settings.invalid", "strict", kind.asText(), ""));
            }
        });
        return kinds;
    }

    private static <E extends Enum<E>> E one(JsonNode json, String name, Class<E> type, E standard, List<Text> problems) {
        String word = text(json, name, word(standard), any -> true, problems);
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            problems.add(Text.of("settings.invalid", name, word, word(standard)));
            return standard;
        }
    }

    private static String text(JsonNode json, String name, String standard, Predicate<String> good, List<Text> problems) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isTextual() && good.test(value.asText())) {
            return value.asText(standard);
        }
        problems.add(Text.of("settings.invalid", name, value.toString(), standard));
        return standard;
    }

    private static int number(JsonNode json, String name, int standard, List<Text> problems) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isInt()) {
            return value.asInt(standard);
        }
        problems.add(Text.of("settings.invalid", name, value.toString(), String.valueOf(standard)));
        return standard;
    }

    private static boolean flag(JsonNode json, String name, boolean standard, List<Text> problems) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isBoolean()) {
            return value.asBoolean(standard);
        }
        problems.add(Text.of("settings.invalid", name, value.toString(), String.valueOf(standard)));
        return standard;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
