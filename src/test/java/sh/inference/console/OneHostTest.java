package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileSettings;
import sh.inference.console.profile.ProxySetting;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

/** Everything the console asks for goes through the profile's proxy, which writes down for whom: it is for the profile's host, and for nobody else. */
@ExtendWith(FxExtension.class)
class OneHostTest {
    /** As long as the name that the sandbox answers to, which the proxy puts in its place. */
    private static final String HOST = "service.x";
    private static final Pattern REQUEST = Pattern.compile("(GET|HEAD|POST|PUT|DELETE|PATCH|CONNECT) (?:http://([^/ ]+))?(\\S*) HTTP/1\\.1");
    @TempDir
    private Path folder;

    @Test
    void noHostButTheProfilesIsAskedForAnything() throws Exception {
        try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC())); RecordingProxy proxy = new RecordingProxy(sandbox.url().getPort())) {
            ProfileSettings usual = ProfileSettings.of(ProfileKind.STAGING);
            SavedProfile profile = new SavedProfile("p", new ConnectionProfile("through", URI.create("http://" + HOST), ProfileKind.STAGING),
                    new ProfileSettings(usual.writes(), new ProxySetting(ProxySetting.Way.MANUAL, "127.0.0.1", proxy.port(), ""), "", usual.connectTimeout(), usual.replyTimeout(),
                            usual.reconcile(), true, true));
            ConfigFolder config = ConfigFolder.under(folder);
            Session alone = Session.alone(profile.place(), new ApiKey(sandbox.key()), config, Clock.systemUTC());
            Session session = Session.of(profile, new ApiKey(sandbox.key()), config, alone.journal(), alone.profiles());
            AtomicReference<Wiring> wiring = new AtomicReference<>();
            Fx.run(() -> {
                wiring.set(new Wiring(session));
                Stage stage = new Stage();
                stage.setScene(new Scene(wiring.get().root(), 1280, 800));
                stage.show();
                wiring.get().start();
            });
            Fx.await("a live fleet through the proxy", 30, () -> wiring.get().fleet().entries().size() == 24 && wiring.get().fleet().connection().freshness().isLive());
            for (String page : List.of("page-apps", "page-operations", "page-journal", "page-engines", "read")) {
                Fx.run(() -> wiring.get().actions().run(page));
                Fx.settle();
            }
            Fx.run(() -> wiring.get().actions().run("page-apps"));
            Fx.await("the apps", 20, () -> wiring.get().root().lookup("#apps-list") instanceof TableView<?> list && !list.getItems().isEmpty());
            Fx.run(() -> ((TableView<?>) wiring.get().root().lookup("#apps-list")).getSelectionModel().select(0));
            drain(wiring.get());
            Fx.await("a write", 20, () -> proxy.asked().stream().anyMatch(path -> path.endsWith("/drain")));
            assertThat(proxy.asked()).as("what was asked for").anyMatch(path -> path.contains("/apps")).anyMatch(path -> path.endsWith("/stream"));
            assertThat(proxy.hosts()).as("hosts that were asked for anything").hasSizeGreaterThan(30).containsOnly(HOST);

            // The one other host, once the operator agrees to it: without the key, and with nothing said in the clear.
            Fx.run(() -> wiring.get().workspace().choices.store().change(before -> before.withReleases(true)));
            Fx.await("the manifest asked for", 20, () -> proxy.hosts().stream().anyMatch(host -> !host.equals(HOST)));
            Fx.run(wiring.get()::close);
            assertThat(proxy.hosts()).containsOnly(HOST, "dist.inference.sh:443");
            assertThat(proxy.toOthers(HOST)).as("what the other host is told").hasSize(1).allMatch(said -> said.startsWith("CONNECT ") && !said.contains(sandbox.key()));
        }
    }

    private static void drain(Wiring wiring) {
        Fx.run(() -> {
            String id = wiring.fleet().entries().values().stream().map(entry -> entry.engine()).filter(engine -> engine.name().equals("gpu-lon-03")).findFirst().orElseThrow().id();
            wiring.openEngine(id);
            wiring.actions().run("engine-drain");
        });
        Scene scene = Fx.call(() -> wiring.root().getScene());
        Fx.await("the way to send it", 10, () -> scene.lookup("#confirm-ok") != null && !scene.lookup("#confirm-ok").isDisabled());
        Fx.run(() -> ((javafx.scene.control.Button) scene.lookup("#confirm-ok")).fire());
    }

    /** Hands everything on to one port, whoever was meant, and writes down who was. */
    private static final class RecordingProxy implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<ByteArrayOutputStream> said = new CopyOnWriteArrayList<>();
        private final int behind;

        RecordingProxy(int behind) throws IOException {
            this.behind = behind;
            threads.execute(this::accept);
        }

        int port() {
            return server.getLocalPort();
        }

        List<String> hosts() {
            return requests().stream().map(found -> found.group(2) == null ? found.group(3) : found.group(2)).toList();
        }

        /** All that was sent on connections that went elsewhere. */
        List<String> toOthers(String host) {
            return said.stream().map(one -> one.toString(StandardCharsets.ISO_8859_1)).filter(one -> one.startsWith("CONNECT ") && !one.contains(host)).toList();
        }

        List<String> asked() {
            return requests().stream().map(found -> found.group(3)).toList();
        }

        private List<java.util.regex.MatchResult> requests() {
            List<java.util.regex.MatchResult> all = new ArrayList<>();
            for (ByteArrayOutputStream one : said) {
                Matcher matcher = REQUEST.matcher(one.toString(StandardCharsets.ISO_8859_1));
                while (matcher.find()) {
                    all.add(matcher.toMatchResult());
                }
            }
            return all;
        }

        private void accept() {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Socket service = new Socket(InetAddress.getLoopbackAddress(), behind);
                    ByteArrayOutputStream record = new ByteArrayOutputStream();
                    said.add(record);
                    threads.execute(() -> pass(client, service, record));
                    threads.execute(() -> pass(service, client, OutputStream.nullOutputStream()));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static void pass(Socket from, Socket to, OutputStream record) {
            try (from; to) {
                InputStream in = from.getInputStream();
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    record.write(buffer, 0, read);
                    to.getOutputStream().write(new String(buffer, 0, read, StandardCharsets.ISO_8859_1).replace(HOST, "localhost").getBytes(StandardCharsets.ISO_8859_1));
                    to.getOutputStream().flush();
                }
            } catch (IOException ended) {
                assertThat(ended).isNotNull();
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            threads.shutdownNow();
        }
    }
}
