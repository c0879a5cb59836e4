package sh.inference.console.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contrast of every look, computed from its tokens as WCAG 2.2 defines it. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double MARK = 3;
    private static final Path THEME = Path.of("src/main/resources/sh/inference/console/theme");
    private static final Pattern TOKEN = Pattern.compile("(-ic-[a-z0-9-]+):\\s*([^;]+);");
    private static final List<String> GROUNDS = List.of("bg-window", "bg-panel", "bg-raised", "bg-inset", "bg-hover", "bg-selected");
    private static final List<String> WORDS = List.of("fg", "fg-muted", "fg-subtle", "accent", "status-running", "status-pending", "status-draining",
            "status-restarting", "status-stopping", "status-stopped", "status-disconnected", "status-unknown", "ok", "warn", "danger");

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light", "hc"})
    void textIsReadableOnEveryGround(String look) throws IOException {
        Map<String, String> tokens = tokens(look);
        List<String> faint = new ArrayList<>();
        for (String ground : GROUNDS) {
            WORDS.forEach(word -> demand(faint, tokens, word, ground, TEXT));
        }
        for (String ground : List.of("danger-bg", "warn-bg", "info-bg", "diff-add", "diff-del")) {
            demand(faint, tokens, "fg", ground, TEXT);
            demand(faint, tokens, "fg-muted", ground, TEXT);
        }
        demand(faint, tokens, "danger", "danger-bg", TEXT);
        demand(faint, tokens, "warn", "warn-bg", TEXT);
        demand(faint, tokens, "accent", "info-bg", TEXT);
        demand(faint, tokens, "on-solid", "accent-solid", TEXT);
        demand(faint, tokens, "on-solid", "danger-solid", TEXT);
        List.of("kind-prod", "kind-stage", "kind-dev", "kind-demo").forEach(kind -> demand(faint, tokens, "on-kind", kind, TEXT));
        assertThat(faint).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light", "hc"})
    void controlsFocusAndMarksStandOutFromEveryGround(String look) throws IOException {
        Map<String, String> tokens = tokens(look);
        List<String> faint = new ArrayList<>();
        for (String ground : GROUNDS) {
            demand(faint, tokens, "border-control", ground, MARK);
            demand(faint, tokens, "focus", ground, MARK);
        }
        for (String ground : List.of("bg-panel", "bg-hover", "bg-selected")) {
            List.of("worker-busy", "worker-reserved", "bar").forEach(mark -> demand(faint, tokens, mark, ground, MARK));
        }
        assertThat(faint).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light", "hc"})
    void everyLookDefinesTheSameTokens(String look) throws IOException {
        assertThat(tokens(look).keySet()).isEqualTo(tokens("dark").keySet());
    }

    private static void demand(List<String> faint, Map<String, String> tokens, String front, String back, double least) {
        double ratio = ratio(luminance(tokens, front), luminance(tokens, back));
        if (ratio < least) {
            faint.add("%s on %s: %.2f, least is %.1f".formatted(front, back, ratio, least));
        }
    }

    private static double ratio(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Map<String, String> tokens, String name) {
        String value = tokens.get("-ic-" + name);
        while (value != null && value.startsWith("-ic-")) {
            value = tokens.get(value);
        }
        assertThat(value).as("the colour of %s", name).matches("#[0-9a-fA-F]{6}");
        int rgb = Integer.parseInt(value.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> tokens(String look) throws IOException {
        Map<String, String> found = new HashMap<>();
        Matcher token = TOKEN.matcher(Files.readString(THEME.resolve(look + ".css")));
        while (token.find()) {
            found.put(token.group(1), token.group(2).strip());
        }
        return found;
    }
}
