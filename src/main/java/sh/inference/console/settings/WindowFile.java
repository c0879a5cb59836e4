package sh.inference.console.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.profile.OwnerFile;

/** Remembers the place of the window. A file that cannot be read is as good as none. Blocks. */
public final class WindowFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    /** @param folder the folder of settings */
    public WindowFile(Path folder) {
        this.file = folder.resolve("window.json");
    }

    public Optional<WindowPlace> read() {
        try {
            JsonNode json = JSON.readTree(file.toFile());
            WindowPlace place = new WindowPlace(json.path("x").asDouble(Double.NaN), json.path("y").asDouble(Double.NaN), json.path("width").asDouble(),
                    json.path("height").asDouble(), json.path("maximized").asBoolean(), json.path("page").asText(""));
            return Optional.of(place).filter(WindowPlace::isSane);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    public void write(WindowPlace place) throws IOException {
        OwnerFile.replace(file, JSON.writeValueAsBytes(JSON.createObjectNode().put("x", place.x()).put("y", place.y()).put("width", place.width())
                .put("height", place.height()).put("maximized", place.maximized()).put("page", place.page())));
    }
}
