package sh.inference.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FavouritesTest {
    @TempDir
    private Path folder;

    @Test
    void areKeptForEachProfile() {
        open("Prod EU").toggle("app-1");
        open("Prod EU").toggle("app-2");
        open("Prod EU").toggle("app-1");
        assertThat(open("Prod EU").ids()).containsExactly("app-2");
        assertThat(open("stage").ids()).isEmpty();
    }

    @Test
    void aDamagedFileIsSetAsideAndTheListBeginsAnew() throws IOException {
        Files.writeString(folder.resolve("favourites-prod.json"), "[\"app-1\", ");
        Favourites favourites = open("prod");
        assertThat(favourites.ids()).isEmpty();
        assertThat(folder.resolve("favourites-prod.json.damaged")).hasContent("[\"app-1\", ");
        favourites.toggle("app-2");
        assertThat(open("prod").contains("app-2")).isTrue();
    }

    private Favourites open(String profile) {
        return new Favourites(folder, profile, Runnable::run);
    }
}
