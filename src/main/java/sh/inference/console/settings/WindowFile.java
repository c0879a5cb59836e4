package sh.inference.console.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.model.Text;
import sh.inference.console.profile.OwnerFile;

/** Remembers the place of the window. A file that cannot be read is set aside and named. Blocks. */
public final class WindowFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    /**
     * @param place   empty when none is remembered
     * @param problem what was wrong with the file
     */
    public record Reading(Optional<WindowPlace> place, Optional<Text> problem) {
    }

    /** @param folder the folder of settings */
    public WindowFile(Path folder) {
        this.file = folder.resolve("window.json");
    }

    public Reading read() {
        if (!Files.exists(file)) {
            return new Reading(Optional.empty(), Optional.empty());
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            WindowPlace place = new WindowPlace(json.path("x").asDouble(Double.NaN), json.path("y").asDouble(Double.NaN), json.path("width").asDouble(),
                    json.path("height").asDouble(), json.path("maximized").asBoolean(), json.path("page").asText(""));
            if (place.isSane()) {
                return new Reading(Optional.of(place), Optional.empty());
            }
        } catch (IOException damaged) {
            // What it is does not matter to the operator: it is in the file that is named.
        }
        return new Reading(Optional.empty(), Optional.of(Text.of("shell.window-damaged", OwnerFile.setAside(file).toString())));
    }

    public void write(WindowPlace place) throws IOException {
        OwnerFile.replace(file, JSON.writeValueAsBytes(JSON.createObjectNode().put("x", place.x()).put("y", place.y()).put("width", place.width())
                .put("height", place.height()).put("maximized", place.maximized()).put("page", place.page())));
    }
}
