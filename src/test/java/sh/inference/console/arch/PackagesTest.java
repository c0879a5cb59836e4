package sh.inference.console.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import sh.inference.console.ConsoleApplication;

/** What the packages are made from fits what they are made of. */
class PackagesTest {
    private static final Path INSTALLER = Path.of("installer");

    /** A desktop finds a window's icon and name by this; the toolkit gives windows the name of the application's class. */
    @Test
    void theMenuEntryBelongsToTheConsolesWindows() throws IOException {
        Properties entry = new Properties();
        try (Stream<String> lines = Files.lines(INSTALLER.resolve("linux/inference-console.desktop"))) {
            lines.filter(line -> line.contains("=")).forEach(line -> entry.setProperty(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        }
        assertThat(entry).containsEntry("StartupWMClass", ConsoleApplication.class.getName()).containsEntry("Terminal", "false").doesNotContainKey("MimeType");
        assertThat(entry.getProperty("Categories").split(";")).as("one main category, or menus show it twice")
                .filteredOn(List.of("Development", "System", "Network", "Utility", "Settings", "Office")::contains).hasSize(1);
    }

    @Test
    void whatIsToBeRunCanBeRun() {
        assertThat(Stream.of("installer/linux/try", "installer/mac/make", "icons/make", ".ci/run").map(Path::of)).allMatch(Files::isExecutable);
    }

    @Test
    void theVersionStandsInThePomOnly() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + "<version>".length(), pom.indexOf("</version>"));
        try (Stream<Path> files = Files.walk(INSTALLER)) {
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.startsWith(INSTALLER.resolve("licenses")))).allSatisfy(file ->
                    assertThat(Files.readString(file)).doesNotContainPattern("(?<![.0-9])" + version.replace(".", "\\.") + "(?![.0-9])"));
        }
    }

    @Test
    void everyFontHasItsLicence() throws IOException {
        try (Stream<Path> fonts = Files.list(Path.of("src/main/resources/sh/inference/console/theme/fonts"))) {
            assertThat(fonts.map(font -> font.getFileName().toString()).filter(name -> name.endsWith("tf")).map(name -> name.substring(0, name.indexOf('-'))).distinct())
                    .containsExactlyInAnyOrder("ICSans", "JetBrainsMono");
        }
        assertThat(Files.readString(INSTALLER.resolve("licenses/OFL-Inter.txt"))).contains("SIL OPEN FONT LICENSE");
        assertThat(Files.readString(INSTALLER.resolve("licenses/OFL-JetBrainsMono.txt"))).contains("SIL OPEN FONT LICENSE");
    }
}
