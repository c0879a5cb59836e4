package sh.inference.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.AppStatus;
import sh.inference.console.profile.SavedFilters.Filter;

class SavedFiltersTest {
    private static final Filter FLUX = new Filter("flux", "image", Optional.of(AppStatus.ACTIVE));
    private static final Filter VIDEO = new Filter("", "video", Optional.empty());
    @TempDir
    private Path folder;

    private SavedFilters open(String profile) {
        return new SavedFilters(folder, profile, Runnable::run);
    }

    @Test
    void areKeptForEachProfile() {
        open("prod").add(FLUX);
        open("prod").add(VIDEO);
        open("prod").add(FLUX);
        assertThat(open("prod").all()).containsExactly(FLUX, VIDEO);
        assertThat(open("stage").all()).isEmpty();
        open("prod").remove(FLUX);
        assertThat(open("prod").all()).containsExactly(VIDEO);
    }

    @Test
    void whatLeavesNothingOutIsNotKept() {
        open("prod").add(new Filter("", "", Optional.empty()));
        assertThat(open("prod").all()).isEmpty();
    }

    @Test
    void theyAreGivenOutAsJson() {
        SavedFilters filters = open("prod");
        filters.add(FLUX);
        assertThat(filters.json().replaceAll("\\s", "")).isEqualTo("[{\"term\":\"flux\",\"category\":\"image\",\"status\":\"active\"}]");
    }

    @Test
    void strangeEntriesAreLeftOutAndADamagedFileIsSetAside() throws IOException {
        Files.writeString(folder.resolve("app-filters-prod.json"), "[{\"term\":\"a\",\"status\":\"boiling\"},7,{},null]");
        assertThat(open("prod").all()).containsExactly(new Filter("a", "", Optional.empty()));
        Files.writeString(folder.resolve("app-filters-prod.json"), "{");
        assertThat(open("prod").all()).isEmpty();
        assertThat(folder.resolve("app-filters-prod.json.damaged")).exists();
    }
}
