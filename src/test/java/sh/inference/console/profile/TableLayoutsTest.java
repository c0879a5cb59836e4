package sh.inference.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.profile.TableLayout.Column;
import sh.inference.console.profile.TableLayout.Showing;

class TableLayoutsTest {
    private static final TableLayout LAYOUT = new TableLayout(List.of(new Column("name", Showing.ALWAYS, 180), new Column("seen", Showing.NEVER, 0)));
    @TempDir
    private Path folder;

    private TableLayouts open(String profile) {
        return new TableLayouts(folder, profile, Runnable::run);
    }

    @Test
    void aLayoutIsKeptForItsProfileAloneUntilItIsReset() {
        open("prod-eu").put("engines", LAYOUT);

        assertThat(open("prod-eu").find("engines")).contains(LAYOUT);
        assertThat(open("stage").find("engines")).isEmpty();

        open("prod-eu").reset("engines");
        assertThat(open("prod-eu").find("engines")).isEmpty();
    }

    @Test
    void aDamagedLayoutIsSetAsideByNameAndTheOthersStay() throws IOException {
        open("p").put("engines", LAYOUT);
        Path file = folder.resolve("layouts-p.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"apps\": [{\"id\": \"name\", \"showing\": \"perhaps\", \"width\": -3}],"));

        TableLayouts layouts = open("p");

        assertThat(layouts.aside()).containsExactly("apps");
        assertThat(layouts.find("apps")).isEmpty();
        assertThat(layouts.find("engines")).contains(LAYOUT);
        assertThat(folder.resolve("layouts-p.json.apps.damaged")).content().contains("perhaps");
    }

    @Test
    void aFileThatIsNoJsonIsSetAsideAsAWhole() throws IOException {
        Files.writeString(folder.resolve("layouts-p.json"), "{\"engines\": [{\"id\"");

        assertThat(open("p").aside()).containsExactly("layouts-p.json.damaged");
        assertThat(folder.resolve("layouts-p.json.damaged")).exists();
    }
}
