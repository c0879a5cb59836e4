package sh.inference.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.profile.ProfileKind;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class CommandLineReaderTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutOptionsAndKeyItIsTheSandbox() {
        assertThat(read(false).orElseThrow().service(false)).isEmpty();
    }

    @Test
    void aKeyAloneMeansTheRealServiceAsProduction() {
        LaunchOptions options = read(true).orElseThrow();
        assertThat(options.service(true)).contains(URI.create("https://api.inference.sh"));
        assertThat(options.kind()).isEqualTo(ProfileKind.PRODUCTION);
    }

    @Test
    void theSandboxWinsOverAKey() {
        assertThat(read(true, "--sandbox").orElseThrow().service(true)).isEmpty();
    }

    @Test
    void theUrlLosesItsTrailingSlash() {
        assertThat(read(true, "--url", "https://eu.example.com/", "--kind", "staging").orElseThrow().service(true)).contains(URI.create("https://eu.example.com"));
    }

    @Test
    void kindsAreReadInAnyCase() {
        assertThat(read(true, "--url", "https://x.example", "--kind", "Development").orElseThrow().kind()).isEqualTo(ProfileKind.DEVELOPMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:9", "http://[::1]:9", "https://api.example.com"})
    void loopbackNeedsNoTls(String url) {
        assertThat(read(true, "--url", url)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--nonsense | Unknown option",
            "--sandbox --url https://x.example | Choose one of",
            "--kind staging | give --url as well",
            "--url https://x.example --kind toy | toy",
            "--url https://x.example --port 8080 | --serve-sandbox",
            "--engines 5 | --serve-sandbox",
            "--sandbox --engines 50001 | 50000",
            "--sandbox --workers 0 | --workers",
            "--sandbox --apps 0 | --apps",
            "--sandbox --versions 1001 | --versions",
            "--sandbox --rate 10001 | --rate",
            "--sandbox --speed 0 | --speed",
            "--sandbox --speed NaN | --speed",
            "--sandbox --seed x | --seed",
            "--sandbox --fault slow-answers,earthquake | no fault called earthquake",
            "--serve-sandbox --port 70000 | 65535",
            "--serve-sandbox --port x | x",
            "--serve-sandbox --smoke | opens no window",
            "--url ftp://x.example | must look like",
            "--url https://user:secret@x.example | must look like",
            "--url http://x.example | without TLS",
            "--url http://127.0.0.1.evil.example | without TLS",
            "stray | stray"})
    void mistakesAreSaidWithTheUsageAndStatusTwo(String arguments, String said) {
        CommandLineReader reader = reader(true);
        assertThat(reader.read(arguments.split(" "))).isEmpty();
        assertThat(reader.status()).isEqualTo(2);
        assertThat(err.toString()).contains(said).contains("Usage: inference-console");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aUrlWithoutAKeyIsAMistake() {
        CommandLineReader reader = reader(false);
        assertThat(reader.read("--url", "https://x.example")).isEmpty();
        assertThat(reader.status()).isEqualTo(2);
        assertThat(err.toString()).contains("INFERENCE_API_KEY");
    }

    @Test
    void helpNamesEveryOptionAndEndsWell() {
        CommandLineReader reader = reader(false);
        assertThat(reader.read("--help")).isEmpty();
        assertThat(reader.status()).isZero();
        assertThat(out.toString()).contains("--sandbox", "--url", "--kind", "--config", "--verbose", "--smoke", "--serve-sandbox", "--port", "--version", "INFERENCE_API_KEY",
                "--engines", "--workers", "--apps", "--versions", "--rate", "--seed", "--speed", "--fault", "slow-answers", "Answers take a while.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "engines|Read engines, or operate them", "engines list|List all engines", "engines show|Show one engine", "engines drain|take no new ones and shut down",
        "engines update|newest engine binary", "engines stop|This cannot be undone", "engines restart|start anew", "engines extend|The balance is charged at once",
        "apps|promote a version, without a window", "apps list|List all apps", "apps versions|List the versions", "apps compare|what differs between two versions",
        "apps promote|An older version rolls the app back"})
    void helpSaysOfEachCommandWhatItDoes(String command, String does) {
        assertThat(reader(false).read((command + " --help").split(" "))).isEmpty();
        String help = out.toString().replaceAll("\\s+", " ");
        assertThat(help).contains("Usage: inference-console " + command, does).doesNotContain("from a desktop window");
    }

    @Test
    void theSandboxIsMadeToMeasure() {
        SandboxFlags flags = read(true, "--serve-sandbox", "--engines", "10000", "--workers=8", "--apps", "40", "--versions", "20", "--rate", "5000", "--seed", "-7", "--speed",
                "2.5", "--port", "8123", "--fault", "slow-answers,slow-answers").orElseThrow().sandbox();
        assertThat(flags.engines()).hasValue(10_000);
        assertThat(flags.workers()).hasValue(8);
        assertThat(flags.apps()).hasValue(40);
        assertThat(flags.versions()).hasValue(20);
        assertThat(flags.rate()).hasValue(5_000);
        assertThat(flags.seed()).hasValue(-7);
        assertThat(flags.speed()).hasValue(2.5);
        assertThat(flags.port()).isEqualTo(8123);
        assertThat(flags.faults()).containsOnly("slow-answers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--engines 50000 --workers 5", "--apps 1000 --versions 101"})
    void aSandboxThatNoMemoryHoldsIsRefused(String sizes) {
        CommandLineReader reader = reader(false);
        assertThat(reader.read(("--serve-sandbox " + sizes).split(" "))).isEmpty();
        assertThat(reader.status()).isEqualTo(2);
        assertThat(err.toString()).contains("at most: choose fewer");
    }

    @Test
    void withoutAKeySizesNeedNoSandboxOption() {
        assertThat(read(false, "--engines", "3").orElseThrow().sandbox().engines()).hasValue(3);
        assertThat(read(false).orElseThrow().sandbox().engines()).isEmpty();
    }

    @Test
    void theVersionIsThePoms() {
        assertThat(reader(false).read("--version")).isEmpty();
        assertThat(out.toString().strip()).matches("Inference Console \\d+\\.\\d+\\.\\d+.*");
    }

    private Optional<LaunchOptions> read(boolean keyPresent, String... args) {
        return reader(keyPresent).read(args);
    }

    private CommandLineReader reader(boolean keyPresent) {
        Messages messages = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
        return new CommandLineReader(new Terminal(new PrintWriter(out), new PrintWriter(err)), () -> messages, keyPresent, Map.of("slow-answers", "Answers take a while."));
    }
}
