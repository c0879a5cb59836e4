package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.testing.UiQueue;

/** A list that nobody waits for any more is broken off on the wire, not only forgotten. The service here never answers. */
class CancelledListsTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private final UiQueue ui = new UiQueue();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final FeedRuntime runtime = new FeedRuntime(new TaskRunner(background, ui), scheduler, Clock.systemUTC(), new Random(1));
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private ServerSocket server;
    private HttpInferenceApi api;

    @BeforeEach
    void serve() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        background.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket line = server.accept();
                    background.execute(() -> listen(line));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        api = new HttpInferenceApi(URI.create("http://127.0.0.1:" + server.getLocalPort()), () -> "Bearer k", () -> HttpSettings.DEFAULT, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        scheduler.shutdownNow();
        background.shutdownNow();
    }

    /** Takes a request in and says nothing, until the client hangs up. */
    private void listen(Socket line) {
        try (line; InputStream in = line.getInputStream()) {
            byte[] bytes = new byte[8192];
            boolean first = true;
            while (in.read(bytes) >= 0) {
                if (first) {
                    first = false;
                    asked.incrementAndGet();
                    ui.execute(() -> { });
                }
            }
        } catch (IOException reset) {
            assertThat(reset).isNotNull();
        }
        hungUp.countDown();
    }

    @Test
    void aNewListOfEnginesBreaksTheOneUnderWayOff() throws InterruptedException {
        FleetFeed feed = new FleetFeed(api, new FleetStore(Clock.systemUTC()), new Permissions(), new Diagnostics(api.meter()), runtime, FeedSettings.STANDARD);
        feed.start();
        ui.until("asked", () -> asked.get() == 1, SOON);

        feed.readNow();
        ui.until("asked again", () -> asked.get() == 2, SOON);

        assertThat(hungUp.await(10, TimeUnit.SECONDS)).as("the first request was broken off").isTrue();
        assertThat(api.meter().traffic().failures()).as("what the console gave up itself is no failure of the service").isZero();
        feed.close();
    }

    @Test
    void aNewSearchBreaksTheOneUnderWayOff() throws InterruptedException {
        AppsStore store = new AppsStore();
        AppsFeed feed = new AppsFeed(api, store, new Permissions(), (current, now) -> Map.of(), runtime);
        feed.search("flux");
        ui.until("asked", () -> asked.get() == 1, SOON);

        feed.search("whisper");
        ui.until("asked again", () -> asked.get() == 2, SOON);

        assertThat(hungUp.await(10, TimeUnit.SECONDS)).as("the first request was broken off").isTrue();
        assertThat(store.apps()).isEqualTo(List.of());
        assertThat(store.listStateProperty().get().loading()).isTrue();
        feed.close();
    }
}
