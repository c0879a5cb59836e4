package sh.inference.console.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.profile.OwnerFile;
import sh.inference.console.model.Text;

/** The settings as a file of JSON. What cannot be read takes its default and is named; nothing stops the console. Blocks. */
public final class SettingsFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Path file;
    private final ManagedSettings managed;

    /** @param problems what took its default, each as a sentence */
    public record Reading(Settings settings, List<Text> problems) {
    }

    /** @param folder the folder of settings; nothing is given by an administrator */
    public SettingsFile(Path folder) {
        this(folder, ManagedSettings.NONE);
    }

    /** @param managed what the administrator of this computer gave */
    public SettingsFile(Path folder, ManagedSettings managed) {
        this.file = folder.resolve("settings.json");
        this.managed = managed;
    }

    public Reading read() {
        List<Text> problems = new ArrayList<>();
        Settings settings = SettingsJson.read(managed.around(own(problems)), problems);
        problems.addAll(managed.problems());
        return new Reading(settings, List.copyOf(problems));
    }

    public ManagedSettings managed() {
        return managed;
    }

    /** The settings of somebody who chose nothing. */
    public Settings standard() {
        return SettingsJson.read(managed.around(JSON.createObjectNode()), new ArrayList<>());
    }

    /** What is left of a wish: locked settings stay as they are. */
    public Settings settle(Settings wanted) {
        return SettingsJson.read(managed.around(SettingsJson.write(wanted)), new ArrayList<>());
    }

    /**
     * Replaces the file as a whole, so that it is never half written. Only what was chosen is kept: where nothing was, a
     * later default counts; and what is locked waits behind the lock as it was.
     */
    public void write(Settings settings) throws IOException {
        ObjectNode before = own(new ArrayList<>());
        ObjectNode wanted = SettingsJson.write(settings);
        ObjectNode standard = SettingsJson.write(standard());
        ObjectNode kept = JSON.createObjectNode();
        wanted.properties().forEach(entry -> {
            String name = entry.getKey();
            if (managed.isLocked(name)) {
                Optional.ofNullable(before.get(name)).ifPresent(mine -> kept.set(name, mine));
            } else if (before.has(name) || !entry.getValue().equals(standard.get(name))) {
                kept.set(name, entry.getValue());
            }
        });
        OwnerFile.replace(file, JSON.writeValueAsBytes(kept));
    }

    /** What the operator chose, as it stands in the file. */
    private ObjectNode own(List<Text> problems) {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(file.toFile()) instanceof ObjectNode json) {
                return json;
            }
            problems.add(damaged("JSON"));
        } catch (IOException unreadable) {
            problems.add(damaged(why(unreadable)));
        }
        return JSON.createObjectNode();
    }

    static String why(IOException unreadable) {
        return unreadable instanceof JsonProcessingException bad ? bad.getOriginalMessage() : String.valueOf(unreadable.getMessage());
    }

    private Text damaged(String why) {
        return Text.of("settings.damaged", OwnerFile.setAside(file).toString(), why);
    }
}
