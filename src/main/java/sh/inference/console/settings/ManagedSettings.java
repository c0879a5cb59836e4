package sh.inference.console.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.model.Text;

/**
 * What the administrator of a computer gave for all its users, from a file only administrators can write: defaults for
 * those who chose nothing, and settings that nobody can change. Read once, at the start. Immutable.
 */
public final class ManagedSettings {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String FILE = "managed.json";
    /** Nobody gave anything. */
    public static final ManagedSettings NONE = new ManagedSettings(Path.of(FILE), JSON.createObjectNode(), JSON.createObjectNode(), List.of());
    private final Path file;
    private final ObjectNode defaults;
    private final ObjectNode locked;
    private final List<Text> problems;

    private ManagedSettings(Path file, ObjectNode defaults, ObjectNode locked, List<Text> problems) {
        this.file = file;
        this.defaults = defaults;
        this.locked = locked;
        this.problems = List.copyOf(problems);
    }

    /**
     * Where the file is looked for.
     *
     * @param environment the environment's variables
     * @param os          the value of {@code os.name}
     */
    public static Path place(Map<String, String> environment, String os) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("win")) {
            return Path.of(environment.getOrDefault("ProgramData", "C:\\ProgramData"), "Inference Console", FILE);
        }
        return system.contains("mac") ? Path.of("/Library/Application Support/Inference Console", FILE) : Path.of("/etc/inference-console", FILE);
    }

    /** Reads {@code {"defaults": {…}, "locked": {…}}}, each with the names of the settings' own file. What cannot be read counts as not given and is named. */
    public static ManagedSettings read(Path file) {
        if (Files.notExists(file)) {
            return NONE;
        }
        List<Text> problems = new ArrayList<>();
        try {
            JsonNode json = JSON.readTree(file.toFile());
            if (json instanceof ObjectNode) {
                return new ManagedSettings(file, part(json, "defaults", file, problems), part(json, "locked", file, problems), problems);
            }
            problems.add(Text.of("settings.managed.damaged", file.toString(), "JSON"));
        } catch (IOException unreadable) {
            problems.add(Text.of("settings.managed.damaged", file.toString(), SettingsFile.why(unreadable)));
        }
        return new ManagedSettings(file, JSON.createObjectNode(), JSON.createObjectNode(), problems);
    }

    /** The file that was read. */
    public Path file() {
        return file;
    }

    /** What could not be taken over, each as a sentence. */
    public List<Text> problems() {
        return problems;
    }

    /** Whether nobody can change the setting of this name. */
    public boolean isLocked(String name) {
        return locked.has(name);
    }

    /** An operator's own choices between the defaults below and the locked ones above. */
    ObjectNode around(ObjectNode own) {
        return defaults.deepCopy().<ObjectNode>setAll(own).setAll(locked);
    }

    private static ObjectNode part(JsonNode json, String name, Path file, List<Text> problems) {
        JsonNode given = json.path(name);
        if (!(given instanceof ObjectNode object)) {
            if (!given.isMissingNode()) {
                problems.add(Text.of("settings.managed.invalid", file.toString(), name));
            }
            return JSON.createObjectNode();
        }
        ObjectNode known = SettingsJson.write(Settings.STANDARD);
        for (Iterator<String> names = new TreeSet<>(object.propertyStream().map(Map.Entry::getKey).toList()).iterator(); names.hasNext(); ) {
            String member = names.next();
            List<Text> complaints = new ArrayList<>();
            SettingsJson.read(JSON.createObjectNode().set(member, object.get(member)), complaints);
            if (!known.has(member) || !complaints.isEmpty()) {
                problems.add(Text.of("settings.managed.invalid", file.toString(), name + "." + member));
                object.remove(member);
            }
        }
        return object;
    }
}
