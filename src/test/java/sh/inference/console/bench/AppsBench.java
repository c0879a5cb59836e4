package sh.inference.console.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.compare.VersionComparison;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.VersionDocument;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.state.AppsFeed;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FeedRuntime;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;
import sh.inference.console.profile.Favourites;
import sh.inference.console.testing.RememberedSightings;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.apps.AppsViewModel;
import sh.inference.console.ui.common.Ticker;

/**
 * Comparing two versions of 200 KB of schema, and 5,000 apps of a sandbox over a real socket: from the search to the first
 * rows as they would be laid out, and the heap that all of them take once they are loaded, words of the rows included.
 */
final class AppsBench implements Bench.Part {
    private static final int APPS = 5_000;
    private static final int ROUNDS = 25;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double MEGABYTE = 1 << 20;
    private final Clock clock = Clock.systemUTC();

    @Override
    public Map<String, Number> measure() throws IOException, InterruptedException {
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("diff_ms", diff());
        apps(metrics);
        return metrics;
    }

    /** A tenth of 1,500 fields differs. */
    private static double diff() throws IOException {
        VersionDocument from = version(0);
        VersionDocument to = version(1);
        double[] took = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            VersionComparison.of(from, to);
            took[round] = (System.nanoTime() - begun) / NANOS_A_MILLI;
        }
        return SmokeBench.median(Arrays.copyOfRange(took, ROUNDS / 3, ROUNDS));
    }

    private static VersionDocument version(int generation) {
        ObjectNode version = JsonNodeFactory.instance.objectNode().put("id", "v" + generation).put("kernel", "python-3.1" + generation);
        ObjectNode properties = version.putObject("input_schema").put("type", "object").putObject("properties");
        for (int i = 0; i < 1_500; i++) {
            int said = i % 10 == 0 ? generation : 0;
            properties.putObject("field_" + i).put("type", said == 0 ? "integer" : "string").put("title", "Field " + i).put("description", "What it is for, said in some words " + said)
                    .put("default", i + said).put("minimum", said);
        }
        return new VersionDocument("v" + generation, version.toString());
    }

    private void apps(Map<String, Number> metrics) throws IOException, InterruptedException {
        try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.defaults(clock).withApps(APPS).withVersions(3))) {
            ScheduledExecutorService ui = Executors.newSingleThreadScheduledExecutor();
            var background = Executors.newVirtualThreadPerTaskExecutor();
            TaskRunner tasks = new TaskRunner(background, ui);
            FeedRuntime runtime = new FeedRuntime(tasks, ui, clock, new java.util.Random(1));
            URI place = sandbox.url();
            String key = sandbox.key();
            HttpInferenceApi api = new HttpInferenceApi(place, () -> "Bearer " + key, () -> HttpSettings.DEFAULT, clock);
            double before = heap();
            AppsStore store = new AppsStore();
            Permissions permissions = new Permissions();
            AppsFeed feed = new AppsFeed(api, store, permissions, new RememberedSightings(), runtime);
            Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
            AppsViewModel model = new AppsViewModel(store, new FleetStore(clock), feed, new Favourites(java.nio.file.Path.of("target"), "bench", Runnable::run), words, new Ticker(clock), ui, ui);
            CountDownLatch first = new CountDownLatch(1);
            CountDownLatch all = new CountDownLatch(1);
            long begun = System.nanoTime();
            ui.execute(() -> {
                model.rows().subscribe(() -> {
                    if (!model.rows().isEmpty()) {
                        first.countDown();
                    }
                    if (store.apps().size() >= APPS) {
                        all.countDown();
                    }
                });
                store.listStateProperty().subscribe(state -> ui.execute(model::loadMore));
                feed.search("");
            });
            await(first);
            metrics.put("apps_first_rows_ms", (System.nanoTime() - begun) / NANOS_A_MILLI);
            await(all);
            metrics.put("apps_all_rows_ms", (System.nanoTime() - begun) / NANOS_A_MILLI);
            metrics.put("apps_heap_mb", heap() - before);
            metrics.put("apps_loaded_count", store.apps().size());
            ui.shutdownNow();
            background.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException, IOException {
        if (!latch.await(5, TimeUnit.MINUTES)) {
            throw new IOException("the apps did not arrive");
        }
    }

    private static double heap() {
        for (int n = 0; n < 3; n++) {
            System.gc();
        }
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE;
    }
}
