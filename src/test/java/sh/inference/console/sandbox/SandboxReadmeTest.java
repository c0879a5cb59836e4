package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What the README tells other clients to type. */
class SandboxReadmeTest {
    private static final String THERE = "http://127.0.0.1:8123";

    @Test
    void everyCurlLineOfTheReadmeIsAnswered() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.startsWith("curl ") && line.contains(THERE)).toList();
        assertThat(lines).hasSize(5);
        try (SandboxClient client = new SandboxClient()) {
            for (String line : lines) {
                List<String> words = words(line);
                String path = words.stream().filter(word -> word.startsWith(THERE)).findFirst().orElseThrow().substring(THERE.length());
                assertThat(after("-H", words)).as(line).contains("Authorization: Bearer " + client.sandbox.key());
                if (words.contains("-N")) {
                    client.stream(path, "application/x-ndjson").close();
                } else {
                    String body = after("-d", words).stream().findFirst().orElse(null);
                    String method = after("-X", words).stream().findFirst().orElse(body == null ? "GET" : "POST");
                    HttpResponse<String> answer = client.call(method, path, body);
                    assertThat(answer.statusCode()).as("%s: %s", line, answer.body()).isEqualTo(200);
                }
            }
        }
    }

    private static List<String> after(String option, List<String> words) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals(option)) {
                values.add(words.get(i + 1));
            }
        }
        return values;
    }

    /** As a shell splits a line. */
    private static List<String> words(String line) throws IOException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : (line + " ").toCharArray()) {
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == ' ' && quote == 0) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words;
    }
}
