package sh.inference.console.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the console says stands in the bundle, all of it is used, and nothing is said past it. */
class BundleTest {
    private static final Path RESOURCES = Path.of("src/main/resources/sh/inference/console");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"(\\s*\\+)?");
    private static final Pattern ENDING = Pattern.compile("\\+ \"(\\.[a-z-]+)\"");
    private static final Pattern ASKED = Pattern.compile("(?:words|messages|Messages\\(\\)|messages\\(\\)|Text|words\\(\\))\\s*\\.of\\(\\s*\"([a-z][a-zA-Z0-9_.-]*)\"(?!\\s*\\+)");
    /** One of several keys that are chosen between. */
    private static final Pattern CHOSEN = Pattern.compile("(?:[?:]|->)\\s*\"([a-z][a-zA-Z0-9_-]*(?:\\.[a-zA-Z0-9_-]+)+)\"(?!\\s*\\+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(text|promptText|accessibleText|accessibleHelp|title)=\"([^\"]*)\"");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([a-zA-Z0-9_.-]+)\"");
    private static final Pattern SAID = Pattern.compile("(?:setText|setPromptText|setAccessibleText|setAccessibleHelp|setTitle|new Label|new Button|new Tooltip|new MenuItem|new Text)\\(\"([^\"]*)\"");
    /** Two words in a row: a sentence rather than a name. */
    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]{2,}[,.:]? [a-z]{2,}");
    /** Keys that {@link Messages} answers by itself. */
    private static final Set<String> BUILT_IN = Set.of("verbatim", "at.local", "at.utc");
    /** Asked for by the library that reads the command line. */
    private static final Pattern BY_LIBRARIES = Pattern.compile("(inference-console\\..*)?usage\\.[a-zA-Z]+|mixinStandardHelpOptions\\.[a-z]+");
    private static final Map<String, String> JAVA = new java.util.TreeMap<>();
    private static final Map<String, String> FXML = new java.util.TreeMap<>();
    private static final Set<String> LITERALS = new TreeSet<>();
    private static final Set<String> PREFIXES = new TreeSet<>();
    private static final Set<String> SUFFIXES = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        collect(Path.of("src/main/java"), ".java", JAVA);
        collect(RESOURCES, ".fxml", FXML);
        JAVA.values().forEach(source -> {
            SUFFIXES.addAll(matches(ENDING, source));
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                LITERALS.add(literal.group(1));
                if (literal.group(2) != null && literal.group(1).matches("[a-z][a-zA-Z0-9_.-]*[.-]")) {
                    PREFIXES.add(literal.group(1));
                }
            }
        });
        FXML.values().forEach(source -> matches(FXML_KEY, source).forEach(LITERALS::add));
    }

    @Test
    void everyKeyOfTheBundleIsUsed() throws IOException {
        assertThat(keys("messages.properties").stream()
                .filter(key -> !LITERALS.contains(key) && !BY_LIBRARIES.matcher(key).matches() && PREFIXES.stream().noneMatch(key::startsWith)
                && SUFFIXES.stream().noneMatch(suffix -> key.endsWith(suffix) && key.indexOf('.') == key.length() - suffix.length()))).isEmpty();
    }

    @Test
    void whatFxmlTakesFromTheBundleIsPlainText() throws IOException {
        Properties all = load("messages.properties");
        assertThat(FXML.values().stream().flatMap(source -> matches(FXML_KEY, source).stream())
                .filter(key -> all.getProperty(key, "").matches(".*(''|\\{).*"))).isEmpty();
    }

    @Test
    void everyKeyThatIsAskedForStandsInTheBundle() throws IOException {
        Set<String> known = keys("messages.properties");
        List<String> missing = new ArrayList<>();
        JAVA.forEach((file, source) -> matches(ASKED, source).stream().filter(key -> !known.contains(key) && !BUILT_IN.contains(key))
                .forEach(key -> missing.add(file + ": " + key)));
        FXML.forEach((file, source) -> matches(FXML_KEY, source).stream().filter(key -> !known.contains(key)).forEach(key -> missing.add(file + ": " + key)));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyThatIsChosenAmongOthersStandsInTheBundle() throws IOException {
        Set<String> known = keys("messages.properties");
        Set<String> beginnings = known.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        JAVA.forEach((file, source) -> matches(CHOSEN, source).stream().filter(key -> beginnings.contains(key.split("\\.")[0]) && !known.contains(key) && !BUILT_IN.contains(key))
                .forEach(key -> missing.add(file + ": " + key)));
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPrefixThatIsAskedForHasKeys() throws IOException {
        Set<String> known = keys("messages.properties");
        List<String> missing = new ArrayList<>();
        Pattern asked = Pattern.compile("(?:words|messages|Text|words\\(\\))\\s*\\.of\\(\\s*\"([a-z][a-zA-Z0-9_.-]*)\"\\s*\\+");
        JAVA.forEach((file, source) -> matches(asked, source).stream().filter(prefix -> known.stream().noneMatch(key -> key.startsWith(prefix)))
                .forEach(prefix -> missing.add(file + ": " + prefix)));
        assertThat(missing).isEmpty();
    }

    @Test
    void noScreenSaysAnythingPastTheBundle() {
        List<String> said = new ArrayList<>();
        FXML.forEach((file, source) -> {
            Matcher attribute = ATTRIBUTE.matcher(source);
            while (attribute.find()) {
                if (!attribute.group(2).startsWith("%") && attribute.group(2).matches(".*\\p{L}.*")) {
                    said.add(file + ": " + attribute.group());
                }
            }
        });
        JAVA.forEach((file, source) -> {
            matches(SAID, source).stream().filter(text -> text.matches(".*\\p{L}.*") && file.contains("/ui/")).forEach(text -> said.add(file + ": " + text));
            if (file.contains("/ui/")) {
                source.lines().filter(line -> !line.strip().matches("(\\*|/\\*|//).*") && !line.contains("Exception(") && !line.contains("Error(") && !line.contains(".log(") && !line.contains("@"))
                        .flatMap(line -> matches(LITERAL, line).stream()).filter(text -> SENTENCE.matcher(text).find() && !text.startsWith("IC Sans")).forEach(text -> said.add(file + ": " + text));
            }
        });
        assertThat(said).isEmpty();
    }

    @Test
    void everySentenceCanBeFilledIn() throws IOException {
        for (String bundle : bundles()) {
            Properties all = load(bundle);
            for (String key : all.stringPropertyNames()) {
                if (!BY_LIBRARIES.matcher(key).matches()) {
                    org.assertj.core.api.Assertions.assertThatCode(() -> new java.text.MessageFormat(all.getProperty(key))).as("%s in %s", key, bundle).doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (String bundle : bundles()) {
            List<String> keys = Files.readAllLines(RESOURCES.resolve(bundle)).stream().filter(line -> line.matches("[a-zA-Z][a-zA-Z0-9_.-]*\\s*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip()).toList();
            assertThat(keys).as(bundle).doesNotHaveDuplicates();
        }
    }

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("messages") && name.endsWith(".properties")).sorted().toList();
        }
    }

    static Properties load(String bundle) throws IOException {
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve(bundle))) {
            all.load(in);
        }
        return all;
    }

    private static Set<String> keys(String bundle) throws IOException {
        return load(bundle).stringPropertyNames();
    }

    private static List<String> matches(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(found -> found.group(1)).toList();
    }

    private static void collect(Path root, String suffix, Map<String, String> into) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                into.put(file.toString(), Files.readString(file));
            }
        }
    }
}
