package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.sandbox.drill.Drill;

/** Every drill does what its sentence says while it is on, and nothing before and after. */
@Timeout(60)
class SandboxDrillsTest {
    private static final Set<Drill> ONCE = Set.of(Drill.ENGINE_ADDED, Drill.ENGINE_DELETED);
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        client = new SandboxClient(options -> options.withHeartbeat(Duration.ofMillis(50)));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource(Drill.class)
    void whatIsSwitchedOnHappensAndEndsWhenItIsSwitchedOff(Drill drill) throws Exception {
        boolean once = ONCE.contains(drill);
        if (!once) {
            assertThat(shows(drill)).as("before").isFalse();
        }
        turn(drill, true);
        assertThat(isOn(drill)).isEqualTo(!once);
        assertThat(shows(drill)).as("while it is on").isTrue();
        if (!once) {
            turn(drill, false);
            assertThat(isOn(drill)).isFalse();
            assertThat(shows(drill)).as("afterwards").isFalse();
        }
    }

    @Test
    void theControlsAreNeverSpoiled() throws Exception {
        for (Drill drill : Drill.values()) {
            turn(drill, true);
        }
        for (Drill drill : Drill.values()) {
            turn(drill, false);
        }
        assertThat(client.sandbox.drills()).isEmpty();
    }

    @Test
    void whatIsOnFromTheStartIsOnFromTheFirstCall() throws Exception {
        try (SandboxClient other = new SandboxClient(options -> options.withDrills(Set.of(Drill.FORBIDDEN, Drill.ENGINE_ADDED)))) {
            assertThat(other.status("POST", "/engines/" + other.idOf("gpu-lon-03") + "/drain", null)).isEqualTo(403);
            assertThat(other.get("/engines").path("total_items").asInt()).isEqualTo(25);
        }
    }

    private boolean shows(Drill drill) throws Exception {
        return switch (drill) {
            case LOST_HEARTBEAT -> silent();
            case DROPPED_STREAMS -> dropped(false);
            case HALF_CUT_STREAMS -> dropped(true);
            case DUPLICATE_FRAMES -> frames(60).lines.stream().distinct().count() == 30;
            case STALE_FRAMES -> staleness(frames(60).lines);
            case GARBAGE_FRAMES -> frames(60).lines.stream().anyMatch(line -> line.contains("<html>"));
            case UNKNOWN_EVENTS -> frames(60).lines.stream().anyMatch(line -> line.contains("moon_phases"));
            case UPDATE_EVENTS -> named();
            case NO_EVENTS -> client.status("HEAD", "/events", null) == 404;
            case UNKNOWN_STATUS -> client.engine("gpu-lon-03").path("status").asText().equals("throttled");
            case UNREADABLE_RECORDS -> unreadable();
            case EXPIRED_KEY -> expires();
            case FORBIDDEN -> client.status("POST", "/engines/" + id("gpu-lon-04") + "/visibility", "{\"visibility\":\"team\"}") == 403;
            case RATE_LIMITED -> everySecond(429);
            case SERVER_ERRORS -> everySecond(500, 503);
            case GATEWAY_HTML -> gateway();
            case SLOW_ANSWERS -> slow();
            case RESET_CONNECTIONS -> resets();
            case STUCK_DRAIN -> sticks();
            case IGNORED_ACTIONS -> ignores();
            case LOST_EXTEND_REPLY -> losesReply();
            case LOW_BALANCE -> client.get("/billing").path("balance").asLong() == 0
                    && client.status("POST", "/engines/" + id("h100-west-2") + "/extend", "{\"additional_hours\":1}") == 402;
            case PROMOTE_RACE, PROMOTE_IGNORED -> !promotes();
            case CLOCK_SKEW -> client.call("GET", "/me", null).headers().firstValue("Date").orElse("").contains(":43:");
            case HALF_FAILING_BULK -> client.status("POST", "/engines/" + id("gpu-lon-05") + "/drain", null) == 500
                    && client.status("POST", "/engines/" + id("gpu-lon-05") + "/drain", null) == 200;
            case ENGINE_DELETED -> client.get("/engines").path("total_items").asInt() == 23;
            case ENGINE_OFFLINE -> client.engine("a100-nord-1").path("status").asText().equals("disconnected");
            case ENGINE_ADDED -> client.get("/engines").path("total_items").asInt() == 25;
        };
    }

    /**
     * What the workspace stream said within some frames, without heartbeats.
     *
     * @param cut  whether it ended by itself
     * @param rest what stood behind the last whole line
     */
    private record Frames(List<String> lines, boolean cut, String rest) {
    }

    /** Read as an old client reads, to the end of the connection: others throw away what came before a cut. */
    private Frames frames(int wanted) throws Exception {
        List<String> read = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        try (Socket socket = events("1.0")) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            client.pass(Duration.ofSeconds(20));
            while (read.size() < wanted) {
                int next = in.read();
                if (next < 0) {
                    return new Frames(read, true, line.toString());
                }
                if (next != '\n') {
                    line.append((char) next);
                } else {
                    if (!line.toString().contains("heartbeat")) {
                        read.add(line.toString());
                    }
                    line.setLength(0);
                }
            }
        }
        return new Frames(read, false, "");
    }

    /** The workspace stream behind its head. */
    private Socket events(String version) throws IOException {
        Socket socket = new Socket("127.0.0.1", client.sandbox.url().getPort());
        socket.getOutputStream().write(("GET /events HTTP/" + version + "\r\nHost: localhost\r\nAuthorization: Bearer " + client.sandbox.key()
                + "\r\nAccept: application/x-ndjson\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        return socket;
    }

    private boolean dropped(boolean inALine) throws Exception {
        Frames frames = frames(200);
        return frames.cut && !frames.rest.isEmpty() == inALine;
    }

    private static boolean staleness(List<String> lines) throws IOException {
        Map<String, String> newest = new HashMap<>();
        boolean stale = false;
        for (String line : lines) {
            JsonNode data = SandboxClient.JSON.readTree(line).path("data");
            String at = data.path("updated_at").asText();
            String before = newest.put(data.path("id").asText(), at);
            stale |= before != null && before.compareTo(at) > 0;
        }
        return stale;
    }

    /** Whether not even a sign of life comes, ten times as long as one may be away. */
    private boolean silent() throws Exception {
        try (Socket socket = events("1.1")) {
            socket.setSoTimeout(500);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException nothing) {
            return true;
        }
    }

    private boolean named() throws Exception {
        try (BufferedReader stream = client.stream("/engines/" + id("gpu-lon-03") + "/stream", "text/event-stream")) {
            return stream.readLine().equals("event: update");
        }
    }

    private boolean unreadable() throws Exception {
        int senseless = 0;
        int nameless = 0;
        for (JsonNode engine : client.post("/engines/list", "{\"limit\":100}").path("items")) {
            senseless += engine.path("workers").isTextual() ? 1 : 0;
            nameless += engine.has("id") ? 0 : 1;
        }
        return senseless == 1 && nameless == 1;
    }

    private boolean expires() throws Exception {
        boolean first = client.status("GET", "/me", null) == 200;
        client.clock.advance(Duration.ofSeconds(30));
        return first && client.status("GET", "/me", null) == 401;
    }

    private boolean everySecond(int... statuses) throws Exception {
        List<Integer> seen = new ArrayList<>();
        for (int call = 0; call < 4; call++) {
            HttpResponse<String> answer = client.call("GET", "/me", null);
            seen.add(answer.statusCode());
            if (answer.statusCode() == 429) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains("0");
            }
        }
        return seen.stream().filter(status -> Arrays.stream(statuses).anyMatch(wanted -> wanted == status)).count() == 2;
    }

    private boolean gateway() throws Exception {
        HttpResponse<String> answer = client.call("GET", "/me", null);
        return answer.statusCode() == 502 && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html") && answer.body().startsWith("<html>");
    }

    private boolean slow() throws Exception {
        long from = System.nanoTime();
        client.get("/me");
        return System.nanoTime() - from > Duration.ofMillis(2500).toNanos();
    }

    private boolean resets() {
        int cut = 0;
        for (int call = 0; call < 4; call++) {
            try {
                client.post("/engines/list", "{}");
            } catch (Exception gone) {
                cut++;
            }
        }
        return cut > 0;
    }

    private boolean sticks() throws Exception {
        String id = id(client.engine("gpu-lon-03").path("status").asText().equals("running") ? "gpu-lon-03" : client.engine("gpu-lon-02").path("status").asText()
                .equals("running") ? "gpu-lon-02" : "gpu-fra-01");
        client.post("/engines/" + id + "/drain", null);
        client.pass(Duration.ofMinutes(3));
        return client.get("/engines/" + id).path("status").asText().equals("draining");
    }

    private boolean ignores() throws Exception {
        String id = id("h100-west-1");
        client.post("/engines/" + id + "/restart", null);
        boolean ignored = client.get("/engines/" + id).path("status").asText().equals("running");
        client.pass(Duration.ofSeconds(20));
        return ignored;
    }

    private boolean losesReply() throws Exception {
        String path = "/engines/" + id("h100-west-2");
        JsonNode before = client.get(path).at("/instance/auto_delete");
        boolean lost = false;
        try {
            client.post(path + "/extend", "{\"additional_hours\":1}");
        } catch (IOException silence) {
            lost = true;
        }
        assertThat(client.get(path).at("/instance/auto_delete")).as("it was made").isNotEqualTo(before);
        return lost;
    }

    private boolean promotes() throws Exception {
        JsonNode app = client.get("/apps/lumen/flux-portrait");
        String path = "/apps/" + app.path("id").asText();
        for (JsonNode version : client.get(path + "/versions").path("items")) {
            if (!version.path("id").equals(app.path("version_id"))) {
                client.ok(client.call("PUT", path + "/versions/" + version.path("id").asText() + "/current", null));
                return client.get(path).path("version_id").equals(version.path("id"));
            }
        }
        throw new AssertionError("one version only");
    }

    private String id(String name) throws Exception {
        return client.idOf(name);
    }

    private void turn(Drill drill, boolean on) throws Exception {
        client.post("/_sandbox/faults", "{\"name\":\"" + drill.word() + "\",\"on\":" + on + "}");
    }

    private boolean isOn(Drill drill) throws Exception {
        for (JsonNode fault : client.get("/_sandbox/faults")) {
            if (fault.path("name").asText().equals(drill.word())) {
                return fault.path("on").asBoolean();
            }
        }
        throw new AssertionError("no drill " + drill);
    }
}
