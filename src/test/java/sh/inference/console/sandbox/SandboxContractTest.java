package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Every address of the contract, with plain requests and in every envelope. */
class SandboxContractTest {
    private static final Pattern NAMED = Pattern.compile("\\{([a-z][^{}\":,]*(?::[^{}\":,]*)?)}");

    /** What the contract names and an operator has no use for, each with its reason. */
    private static final Map<String, String> NOT_SERVED = Map.of(
            "POST /search", "what the full text search of the catalogue answers is documented nowhere, and the console searches what it has",
            "GET /billing/settings", "its members are documented nowhere, and a key that operates engines may not change them",
            "GET /billing/service-fee", "its members are documented nowhere, and no price of an extension contains it",
            "POST /billing/checkout", "buying credit takes a card and a browser",
            "POST /billing/charge", "buying credit takes a card and a browser");

    @Test
    void everyAddressHasALineHere() throws Exception {
        try (SandboxClient client = new SandboxClient()) {
            assertThat(new TreeSet<>(Contract.LINES.stream().map(Contract.Line::address).toList())).isEqualTo(new TreeSet<>(client.sandbox.addresses()));
        }
    }

    @Test
    void whatIsNotServedSaysSo() throws Exception {
        try (SandboxClient client = new SandboxClient()) {
            for (String address : NOT_SERVED.keySet()) {
                String[] parts = address.split(" ");
                assertThat(client.status(parts[0], parts[1], "{}")).as(address).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "2"})
    void everyAddressAnswersInTheEnvelopeAskedFor(String version) throws Exception {
        try (SandboxClient client = new SandboxClient()) {
            Map<String, String> noted = new HashMap<>();
            for (Contract.Line line : Contract.LINES) {
                String path = resolved(line.path(), client, noted);
                String body = line.body() == null ? null : resolved(line.body(), client, noted);
                JsonNode answer = line.streams() ? null : sent(line, path, body, version, client, noted);
                if (answer == null) {
                    streams(path, client);
                } else if (line.address().equals("POST /apikeys")) {
                    noted.put("key", answer.path("id").asText());
                } else if (line.address().endsWith("/cancel")) {
                    noted.put("over", answer.path("id").asText());
                } else if (line.address().equals("POST /engines") && answer.path("instance").isNull()) {
                    noted.put("host", answer.path("config").path("api_key").asText());
                }
            }
        }
    }

    @Test
    void everyAddressWorksBelowTheOldPrefixToo() throws Exception {
        try (SandboxClient client = new SandboxClient()) {
            for (Contract.Line line : Contract.LINES.stream().filter(each -> each.method().equals("GET") && !each.streams() && !each.path().contains("{")).toList()) {
                assertThat(client.status("GET", "/v1" + line.path(), null)).as(line.path()).isEqualTo(200);
            }
        }
    }

    @Test
    void everyAddressThatNeedsAKeyRefusesACallWithout() throws Exception {
        List<String> open = List.of("GET /instances/types", "GET /engine/manifest.json");
        try (SandboxClient client = new SandboxClient()) {
            for (Contract.Line line : Contract.LINES) {
                HttpResponse<String> answer = client.send(client.request(line.method(), line.path().replaceAll("[{}:]", "x"), line.body()).setHeader("Authorization", "none"));
                assertThat(answer.statusCode()).as(line.address()).isEqualTo(open.contains(line.address()) ? 200 : 401);
            }
        }
    }

    private static JsonNode sent(Contract.Line line, String path, String body, String version, SandboxClient client, Map<String, String> noted) throws Exception {
        var request = client.request(line.method(), path, body);
        if (line.address().endsWith("/register")) {
            request.setHeader("Authorization", "Bearer " + noted.get("host"));
        }
        HttpResponse<String> answer = client.send(request.setHeader("X-API-Version", version));
        JsonNode whole = SandboxClient.JSON.readTree(answer.body());
        String said = line.address() + ": " + answer.body();
        assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).as(said).isPresent();
        if (line.shape().startsWith("404")) {
            assertThat(answer.statusCode()).as(said).isEqualTo(404);
            problem(whole, line.shape().substring(4), version, answer);
            return whole;
        }
        assertThat(answer.statusCode()).as(said).isEqualTo(200);
        JsonNode data = line.shape().startsWith("plain ") ? whole : unwrapped(whole, version, said);
        shaped(data, line.shape().replace("plain ", ""), said);
        return data;
    }

    private static JsonNode unwrapped(JsonNode whole, String version, String said) {
        return switch (version) {
            case "1" -> {
                assertThat(names(whole)).as(said).containsExactlyInAnyOrder("success", "status", "data");
                assertThat(whole.path("success").asBoolean()).isTrue();
                yield whole.path("data");
            }
            case "2" -> whole;
            default -> {
                assertThat(names(whole)).as(said).containsExactlyInAnyOrder("data", "messages");
                assertThat(whole.path("messages")).isEmpty();
                yield whole.path("data");
            }
        };
    }

    private static void problem(JsonNode whole, String code, String version, HttpResponse<String> answer) {
        if (version.equals("1")) {
            assertThat(whole.path("success").asBoolean(true)).isFalse();
            assertThat(whole.path("error").path("code").asText()).isEqualTo(code);
        } else {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(names(whole)).contains("type", "title", "status", "detail");
            assertThat(whole.path("type").asText()).endsWith("/" + code);
        }
    }

    private static void shaped(JsonNode data, String shape, String said) {
        if (shape.equals("null")) {
            assertThat(data.isNull()).as(said).isTrue();
        } else if (shape.startsWith("each")) {
            assertThat(data.isArray()).as(said).isTrue();
            List<String> members = List.of(shape.substring(4).strip().split(" "));
            assertThat(data.isEmpty()).as(said).isEqualTo(shape.equals("each"));
            data.forEach(entry -> assertThat(names(entry)).as(said).containsAll(members));
        } else {
            assertThat(names(data)).as(said).contains(shape.split(" "));
        }
    }

    /** Both forms, and a stream whose opening frame is the whole object; the workspace's has none. */
    private static void streams(String path, SandboxClient client) throws Exception {
        try (var lines = client.stream(path, "application/x-ndjson"); var events = client.stream(path, "text/event-stream")) {
            if (path.equals("/events")) {
                client.pass(Duration.ofSeconds(1));
            }
            assertThat(SandboxClient.JSON.readTree(lines.readLine()).isObject()).isTrue();
            assertThat(events.readLine()).matches("(data|event): .*");
        }
    }

    private static String resolved(String text, SandboxClient client, Map<String, String> noted) {
        return NAMED.matcher(text).replaceAll((Function<MatchResult, String>) match -> {
            try {
                return value(match.group(1), client, noted);
            } catch (Exception unreachable) {
                throw new IllegalStateException(match.group(1), unreachable);
            }
        });
    }

    private static String value(String name, SandboxClient client, Map<String, String> noted) throws Exception {
        String[] parts = name.split(":");
        return switch (parts[0]) {
            case "app" -> client.get("/apps/lumen/" + parts[1]).path("id").asText();
            case "old" -> {
                JsonNode versions = client.get("/apps/" + client.get("/apps/lumen/" + parts[1]).path("id").asText() + "/versions").path("items");
                yield versions.get(versions.size() - 1).path("id").asText();
            }
            case "task" -> client.engine(parts[1]).path("workers").get(0).path("task_id").asText();
            case "team" -> client.get("/teams").get(1).path("id").asText();
            case "key", "over" -> noted.get(parts[0]);
            default -> client.idOf(name);
        };
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
