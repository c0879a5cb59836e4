package sh.inference.console.bench;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sh.inference.console.model.App;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Feed;
import sh.inference.console.profile.Favourites;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.testing.AllowedVerbs;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.AppNames;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.palette.ActionSource;
import sh.inference.console.ui.palette.AppSource;
import sh.inference.console.ui.palette.EngineSource;
import sh.inference.console.ui.palette.PaletteViewModel;

/** From a key stroke to the lines of the palette, over 10,000 engines and 5,000 apps: queries typed letter by letter. */
final class PaletteBench implements Bench.Part {
    private static final int ROUNDS = 20;
    private static final List<String> QUERIES = List.of("drain lon 77", "gpu-ams-09", "extend", "flux 1234", "#id-gpu-fra", "stop 9999", "no such thing");
    private static final List<String> SITES = List.of("lon", "ams", "fra", "vegas");

    @Override
    public Map<String, Number> measure() {
        PaletteViewModel palette = palette();
        List<Double> strokes = new ArrayList<>();
        double opened = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            palette.open("");
            opened = (System.nanoTime() - before) / 1e6;
            strokes.clear();
            for (String query : QUERIES) {
                for (int end = 1; end <= query.length(); end++) {
                    long start = System.nanoTime();
                    palette.typedProperty().set(query.substring(0, end));
                    strokes.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        double[] sorted = strokes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Map.of("palette_p95_ms", sorted[(int) (sorted.length * 0.95)], "palette_open_ms", opened, "palette_max_ms", Arrays.stream(sorted).max().orElse(0));
    }

    private static PaletteViewModel palette() {
        Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
        FleetStore fleet = new FleetStore(Clock.fixed(Engines.NOW, ZoneOffset.UTC));
        List<Engine> engines = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            engines.add(Engines.running("gpu-%s-%05d".formatted(SITES.get(i % SITES.size()), i)).busy(i % 4).idle(1).build());
        }
        fleet.replaceAll(engines, Feed.POLL);
        AppsStore apps = new AppsStore();
        List<App> all = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            all.add(Apps.named("flux-portrait-" + i).build());
        }
        apps.addPage(all);
        return new PaletteViewModel(List.of(new ActionSource(new Actions(), words),
                new EngineSource(fleet, new EngineWords(words, new AppNames(apps)), new AllowedVerbs(), id -> { }), new AppSource(apps, new Favourites(java.nio.file.Path.of("target"), "bench", Runnable::run), words, id -> { })), words);
    }
}
