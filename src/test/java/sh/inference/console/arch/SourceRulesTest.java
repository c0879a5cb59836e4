package sh.inference.console.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The rules of the house that only the text of the sources shows. */
class SourceRulesTest {
    private static final Pattern UNFINISHED = Pattern.compile("TODO|FIXME|XXX|HACK|@Disabled|assumeTrue|assumeFalse");

    @Test
    void noFileIsLongerThan350Lines() throws IOException {
        assertThat(offenders(".java", lines -> lines.size() > 350)).isEmpty();
    }

    @Test
    void nothingIsUnfinished() throws IOException {
        assertThat(offenders(".java", lines -> lines.stream().anyMatch(line -> UNFINISHED.matcher(line).find()))).containsOnly("SourceRulesTest.java");
    }

    @Test
    void stylesStandInStyleSheets() throws IOException {
        assertThat(offenders(".java", lines -> lines.stream().anyMatch(line -> line.contains(".setStyle(")))).containsExactly("SourceRulesTest.java");
        assertThat(offenders(".fxml", lines -> lines.stream().anyMatch(line -> line.contains("style=\"")))).isEmpty();
    }

    @Test
    void coloursStandInTheThemesTokens() throws IOException {
        Pattern hex = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");
        assertThat(offenders(".css", lines -> lines.stream().anyMatch(line -> hex.matcher(line).find())))
                .isSubsetOf("dark.css", "light.css", "hc.css", "kinds.css");
    }

    @Test
    void everyViewModelHasATestWithoutAToolkit() throws IOException {
        List<String> tests = names(".java", Path.of("src/test/java"));
        for (String viewModel : names("ViewModel.java", Path.of("src/main/java"))) {
            assertThat(tests).contains(viewModel.replace(".java", "Test.java"));
        }
    }

    private static List<String> names(String suffix, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(suffix)).toList();
        }
    }

    private static List<String> offenders(String suffix, Predicate<List<String>> rule) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                if (rule.test(Files.readAllLines(file))) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
