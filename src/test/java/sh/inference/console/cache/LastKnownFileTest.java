package sh.inference.console.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static sh.inference.console.testing.Engines.NOW;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.api.ListRequest;
import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.model.App;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Wire;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.sandbox.SandboxOptions;
import sh.inference.console.sandbox.SandboxServer;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;

class LastKnownFileTest {
    private static final SavedProfile PROD = SavedProfile.passing(new ConnectionProfile("prod", URI.create("https://api.example.com"), ProfileKind.PRODUCTION));
    @TempDir
    private Path folder;

    @Test
    void whatTheServiceSaysComesBackAsItWas() throws Exception {
        try (SandboxServer sandbox = SandboxServer.start(SandboxOptions.defaults(Clock.systemUTC()))) {
            HttpInferenceApi api = new HttpInferenceApi(sandbox.url(), () -> "Bearer " + sandbox.key(), () -> sh.inference.console.api.http.HttpSettings.DEFAULT, Clock.systemUTC());
            List<Engine> engines = api.listEngines(ListRequest.first(50)).items();
            List<App> apps = api.listApps(ListRequest.first(50)).items();
            LastKnown known = new LastKnown(NOW, engines.stream().map(LastKnownFileTest::entry).toList(), apps);
            file().write(known);
            assertThat(engines).hasSize(24);
            assertThat(file().read()).isEqualTo(new LastKnownFile.Read(Optional.of(known), Optional.empty()));
        }
    }

    @Test
    void wordsThatNobodyKnowsAndWhatIsNotKnownComeBackToo() throws IOException {
        Engine bare = new Engine("id", "", "", new Wire<>(EngineStatus.UNKNOWN, "suspended"), "", Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(),
                Optional.empty(), Optional.empty());
        Engine idle = Engines.running("gpu-1").cloud().busy(2).idle(1).build();
        LastKnown known = new LastKnown(NOW, List.of(entry(bare), entry(idle), new EngineEntry(Engines.running("e").build(), Feed.ENGINE, NOW, NOW, Map.of("task", NOW), Optional.of(NOW), true)),
                List.of(Apps.named("flux").build()));
        file().write(known);
        assertThat(file().read().known()).contains(known);
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        file().write(new LastKnown(NOW, List.of(), List.of()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path().getParent()))).isEqualTo("rwx------");
    }

    @Test
    void aDamagedFileIsSetAsideAndSaid() throws IOException {
        file().write(new LastKnown(NOW, List.of(entry(Engines.running("a").build())), List.of()));
        byte[] whole = Files.readAllBytes(file().path());
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            byte[] bad = whole.clone();
            if (i % 2 == 0) {
                bad = java.util.Arrays.copyOf(bad, random.nextInt(bad.length));
            } else {
                bad[10 + random.nextInt(bad.length - 10)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(file().path(), bad);
            LastKnownFile.Read read = file().read();
            assertThat(read.known()).as("try " + i).isEmpty();
            assertThat(read.finding()).get().extracting(text -> text.key()).isEqualTo("cache.damaged");
            assertThat(file().path()).doesNotExist();
            assertThat(Files.readAllBytes(file().path().resolveSibling(file().path().getFileName().toString().replace(".json.gz", ".damaged.json.gz")))).isEqualTo(bad);
        }
    }

    @Test
    void aFileOfAnotherEditionCountsAsNone() throws IOException {
        file().write(new LastKnown(NOW, List.of(), List.of()));
        String text = new String(new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file().path()))).readAllBytes(), StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(text.replace("\"version\":1", "\"version\":99").getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file().path(), out.toByteArray());
        assertThat(file().read()).isEqualTo(new LastKnownFile.Read(Optional.empty(), Optional.empty()));
        assertThat(file().path()).exists();
    }

    @Test
    void manyMayWriteAtOnceAndTheFileIsAlwaysWhole() throws Exception {
        LastKnownFile file = file();
        file.write(new LastKnown(NOW, List.of(), List.of()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                LastKnown mine = new LastKnown(NOW.plusSeconds(i), List.of(entry(Engines.running("a" + i).build())), List.of());
                threads.submit(() -> {
                    LastKnownFile.of(folder.resolve("cache"), PROD).write(mine);
                    return mine;
                });
                assertThat(LastKnownFile.of(folder.resolve("cache"), PROD).read().finding()).isEmpty();
            }
        }
        assertThat(file.read().known()).isPresent();
    }

    @Test
    void eachProfileHasItsOwn() {
        SavedProfile other = SavedProfile.passing(new ConnectionProfile("prod", URI.create("https://api.example.org"), ProfileKind.PRODUCTION));
        assertThat(LastKnownFile.of(folder, PROD).path()).isNotEqualTo(LastKnownFile.of(folder, other).path());
        assertThat(LastKnownFile.of(folder, new SavedProfile("7", PROD.place(), PROD.settings())).path()).isEqualTo(LastKnownFile.of(folder, "7").path());
    }

    private LastKnownFile file() {
        return LastKnownFile.of(folder.resolve("cache"), PROD);
    }

    private static EngineEntry entry(Engine engine) {
        return new EngineEntry(engine, Feed.POLL, NOW, NOW.minusSeconds(60), Map.of(), engine.updatedAt(), false);
    }
}
