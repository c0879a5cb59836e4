package sh.inference.console.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.settings.Settings.Density;
import sh.inference.console.settings.Settings.ThemeChoice;

/** The settings as a file of JSON. What cannot be read takes its default and is named; nothing stops the console. Blocks. */
public final class SettingsFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path file;

    /** @param problems what took its default, each as a sentence */
    public record Reading(Settings settings, List<Text> problems) {
    }

    /** @param folder the folder of settings */
    public SettingsFile(Path folder) {
        this.file = folder.resolve("settings.json");
    }

    public Reading read() {
        if (!Files.exists(file)) {
            return new Reading(Settings.STANDARD, List.of());
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            if (json == null || !json.isObject()) {
                return damaged("JSON");
            }
            List<Text> problems = new ArrayList<>();
            return new Reading(read(json, problems), List.copyOf(problems));
        } catch (IOException unreadable) {
            return damaged(unreadable instanceof com.fasterxml.jackson.core.JsonProcessingException bad ? bad.getOriginalMessage() : String.valueOf(unreadable.getMessage()));
        }
    }

    /** Replaces the file as a whole, so that it is never half written. */
    public void write(Settings settings) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("theme", word(settings.theme())).put("density", word(settings.density())).put("language", settings.language())
                .put("text_percent", settings.textPercent()).put("still", settings.still()).put("bare_keys", settings.bareKeys());
        json.putPOJO("keys", settings.keys());
        json.putObject("thresholds").put("soon_minutes", settings.thresholds().soonMinutes()).put("urgent_minutes", settings.thresholds().urgentMinutes())
                .put("warm_celsius", settings.thresholds().warmCelsius());
        json.putPOJO("strict", settings.strict().stream().sorted().map(SettingsFile::word).toList());
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "settings", ".new");
        JSON.writeValue(fresh.toFile(), json);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The damaged file is kept beside, for whoever wants to look into it. */
    private Reading damaged(String why) {
        Path aside = file.resolveSibling("settings.json.damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException kept) {
            return new Reading(Settings.STANDARD, List.of(Text.of("settings.damaged", file.toString(), why)));
        }
        return new Reading(Settings.STANDARD, List.of(Text.of("settings.damaged", aside.toString(), why)));
    }

    private static Settings read(JsonNode json, List<Text> problems) {
        Settings standard = Settings.STANDARD;
        String language = text(json, "language", standard.language(), tag -> tag.matches("[a-zA-Z-]{0,16}"), problems);
        int percent = number(json, "text_percent", standard.textPercent(), problems);
        if (percent < 100 || percent > 200) {
            problems.add(Text.of("settings.invalid", "text_percent", String.valueOf(percent), String.valueOf(standard.textPercent())));
            percent = standard.textPercent();
        }
        return new Settings(one(json, "theme", ThemeChoice.class, standard.theme(), problems), one(json, "density", Density.class, standard.density(), problems),
                language, percent, flag(json, "still", standard.still(), problems), flag(json, "bare_keys", standard.bareKeys(), problems), keys(json, problems),
                thresholds(json.path("thresholds"), problems), strict(json, problems));
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
