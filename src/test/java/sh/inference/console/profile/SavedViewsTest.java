package sh.inference.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedViewsTest {
    private static final SavedView RACK = new SavedView("London rack", "lon", Map.of("gpu", List.of("L40S", "H100")), "status", List.of(new SavedView.Level("vram", true)));
    @TempDir
    private Path folder;

    private SavedViews open() {
        return new SavedViews(folder, "p", Runnable::run);
    }

    @Test
    void aViewComesBackAsItWasSaved() {
        open().put(RACK);

        assertThat(open().all()).containsExactly(RACK);

        open().remove("london RACK");
        assertThat(open().all()).isEmpty();
    }

    @Test
    void aDamagedViewIsSetAsideUnderItsNameAndTheOthersStay() throws IOException {
        open().put(RACK);
        Path file = folder.resolve("views-p.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"Broken\": {\"text\": 7, \"values\": []},"));

        SavedViews views = open();

        assertThat(views.aside()).containsExactly("Broken");
        assertThat(views.all()).containsExactly(RACK);
        assertThat(folder.resolve("views-p.json.broken.damaged")).exists();
    }
}
