package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.ui.engines.EngineRow;

/** Services that cannot be reached or answer what nobody expects: a clear message and the next step, and the window goes on. */
@ExtendWith(FxExtension.class)
class BadAnswersTest {
    private static final Map<String, String> ODD_ENGINES = Map.of(
            "1aaaaaaaaaaaaaaaaaaaaaaaaa", "{'id':'1aaaaaaaaaaaaaaaaaaaaaaaaa','name':'odd-status','status':'hibernating','workers':null}".replace('\'', '"'),
            "2bbbbbbbbbbbbbbbbbbbbbbbbb", "{'id':'2bbbbbbbbbbbbbbbbbbbbbbbbb','name':'bare','status':'running','workers':null,'system_info':null}".replace('\'', '"'),
            "3ccccccccccccccccccccccccc", "{'id':'3ccccccccccccccccccccccccc'}".replace('\'', '"'));
    private static final String NO_APPS = "{\"items\":[],\"next_cursor\":\"\",\"has_next\":false,\"total_items\":0}";
    @TempDir
    private Path folder;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private OpenConsole console;

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidWithTheNextTry() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        show(URI.create("http://127.0.0.1:" + port), "inf_any");

        awaitBanner("Nobody answers");
        assertThat(Fx.call(() -> console.text("banner-remark"))).contains("Attempt ");
        console.picture("shell", "unreachable");
        theRestGoesOnWorking();
    }

    @Test
    void aKeyThatIsRefusedIsSaidWithWhatToDo() throws IOException {
        SandboxServer sandbox = sandbox();
        show(sandbox.url(), sandbox.expiredKey());

        awaitBanner("key");
        console.picture("shell", "refused-key");
        theRestGoesOnWorking();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | application/json | {"error":{"code":"forbidden","message":"missing required scope: engines:read"}} | engines:read  | forbidden
            502 | text/html        | <html><body><h1>502 Bad Gateway</h1></body></html>                               | service       | html-502
            200 | text/html        | <html><body>Please log in to the network</body></html>                           | not an answer | html-200
            200 | application/json | %$#{]                                                                            | not an answer | garbage
            200 | application/json | {"items":[{"id":"1aaa","name":"cut o                                             | not an answer | half-a-line
            """)
    void whatIsNoAnswerIsSaidAsThat(int status, String type, String body, String word, String state) throws IOException {
        show(service(exchange -> answer(exchange, status, type, body)), "inf_any");

        Fx.await("the banner", 15, () -> console.isShown("banner"));
        assertThat(Fx.call(() -> console.text("banner-title") + " " + console.text("banner-remark"))).containsIgnoringCase(word).doesNotContain("Exception", "problem.");
        console.picture("shell", state);
        theRestGoesOnWorking();
    }

    @Test
    void enginesWithoutWhatOthersHaveAreShownAsFarAsTheyAreKnown() throws IOException {
        show(service(exchange -> {
            String path = exchange.getRequestURI().getPath();
            String id = path.substring(path.lastIndexOf('/') + 1);
            if (path.endsWith("/engines/list")) {
                answer(exchange, 200, "application/json", "{\"items\":[" + String.join(",", ODD_ENGINES.values()) + "],\"next_cursor\":\"\",\"has_next\":false,\"total_items\":3}");
            } else if (ODD_ENGINES.containsKey(id)) {
                answer(exchange, 200, "application/json", ODD_ENGINES.get(id));
            } else if (path.endsWith("/list")) {
                answer(exchange, 200, "application/json", NO_APPS);
            } else {
                answer(exchange, 404, "application/json", "{\"error\":{\"code\":\"not_found\",\"message\":\"no such route\"}}");
            }
        }), "inf_any");

        Fx.await("all three rows", 20, () -> console.table("engines-table").getItems().size() == 3);
        for (String id : new String[] {"1a", "2b", "3c"}) {
            Hand.MOUSE.choose(console, "engines-table", item -> item instanceof EngineRow row && row.id().startsWith(id));
            Fx.await("the details of " + id, 5, () -> console.isShown("engine-drain"));
            assertThat(Fx.call(() -> console.text("engine-trend-title"))).as("nobody said how many workers there are").isEqualTo("Busy workers, last 15 min");
            console.picture("engine", "odd-" + id);
        }
    }

    @Test
    void anEngineThatVanishesWhileItsDialogIsOpenCannotBeDrainedAnyMore() throws IOException {
        SandboxServer sandbox = sandbox();
        show(sandbox.url(), sandbox.key());
        console.awaitLive(24);
        // The one the drill takes away: the first of the running ones, those without tasks before all others.
        String doomed = Fx.call(() -> console.wiring().fleet().entries().values().stream().map(entry -> entry.engine())
                .filter(engine -> engine.name().equals("lab-amd-01")).findFirst().orElseThrow().id());
        Hand.MOUSE.choose(console, "engines-table", item -> item instanceof EngineRow row && row.id().equals(doomed));
        Hand.MOUSE.press(console, "engine-drain");
        Fx.await("the dialog", 5, () -> console.isShown("confirm-dialog"));

        while (Fx.call(() -> console.wiring().fleet().entries().containsKey(doomed))) {
            int before = Fx.call(() -> console.wiring().fleet().entries().size());
            sandbox.turn(Drill.ENGINE_DELETED, true);
            Fx.run(() -> console.wiring().shell().readNow());
            Fx.await("one engine fewer", 15, () -> console.wiring().fleet().entries().size() < before);
        }

        Fx.await("the obstacle in the dialog", 10, () -> console.node("confirm-ok").isDisabled() && !console.text("confirm-obstacle").isEmpty());
        console.picture("confirm", "vanished");
        assertThat(console.text("confirm-title")).as("by its name, which nothing lists any more").isEqualTo("Drain lab-amd-01");
        Hand.MOUSE.press(console, "confirm-cancel");
        Fx.await("the dialog gone", 5, () -> console.find("confirm-dialog").isEmpty());
        theRestGoesOnWorking();
    }

    private void theRestGoesOnWorking() {
        Hand.MOUSE.press(console, "nav-apps");
        Fx.await("the page of apps", 5, () -> console.isShown("apps-list"));
        Hand.MOUSE.press(console, "nav-operations");
        Hand.MOUSE.press(console, "nav-engines");
    }

    private void awaitBanner(String word) {
        Fx.await("a banner about " + word, 15, () -> console.isShown("banner") && (console.text("banner-title") + console.text("banner-remark")).contains(word));
    }

    private void show(URI url, String key) {
        console = new OpenConsole(new ConnectionProfile("odd", url, ProfileKind.DEVELOPMENT), key, folder, 1280, 800);
        open.push(console);
    }

    private SandboxServer sandbox() throws IOException {
        SandboxServer sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()));
        open.push(sandbox);
        return sandbox;
    }

    /** What a service does with a request. */
    @FunctionalInterface
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private URI service(Behaviour behaviour) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                behaviour.answer(exchange);
            }
        });
        server.start();
        open.push(() -> server.stop(0));
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        try {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
