package sh.inference.console.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.App;
import sh.inference.console.model.AppFunction;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Resources;
import sh.inference.console.model.Wire;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.CurrentSighting;

/**
 * Builds apps: {@code Apps.named("flux").versions(5).current(3).build()}. Versions are numbered from 1, the oldest, and
 * are a day apart; version n of app {@code flux} has the id {@code flux-v<n>}.
 */
public final class Apps {
    private static final long GB = 1L << 30;
    private final String name;
    private String id;
    private String namespace = "acme";
    private AppStatus status = AppStatus.ACTIVE;
    private String statusMessage = "";
    private String currentId;
    private int versions = 1;
    private long vram = 24 * GB;
    private Instant updatedAt = Engines.NOW;

    private Apps(String name) {
        this.name = name;
        this.id = "app-" + name;
        this.currentId = name + "-v1";
    }

    public static Apps named(String name) {
        return new Apps(name);
    }

    public static AppVersion version(String id, Instant createdAt) {
        return version(id, createdAt, 24 * GB);
    }

    public static AppVersion version(String id, Instant createdAt, long vram) {
        Resources resources = new Resources(1, vram, "nvidia", 16 * GB);
        return new AppVersion(id, id.length() > 8 ? id.substring(0, 8) : id, Optional.of(createdAt), "python-3.11", List.of(new AppFunction("run", "run")),
                "run", List.of(), Optional.of(resources), List.of(), List.of(), Optional.of("sha256:" + id), "https://git.example/" + id);
    }

    public Apps id(String newId) {
        this.id = newId;
        return this;
    }

    public Apps namespace(String newNamespace) {
        this.namespace = newNamespace;
        return this;
    }

    public Apps status(AppStatus newStatus, String message) {
        this.status = newStatus;
        this.statusMessage = message;
        return this;
    }

    /** How many versions it has. */
    public Apps versions(int n) {
        this.versions = n;
        return this;
    }

    /** The number of the current version. */
    public Apps current(int n) {
        this.currentId = name + "-v" + n;
        return this;
    }

    public Apps currentId(String versionId) {
        this.currentId = versionId;
        return this;
    }

    /** GPU memory in bytes that its versions need. */
    public Apps vram(long bytes) {
        this.vram = bytes;
        return this;
    }

    public Apps updatedAt(Instant at) {
        this.updatedAt = at;
        return this;
    }

    public App build() {
        Optional<AppVersion> embedded = versionList().stream().filter(version -> version.id().equals(currentId)).findFirst();
        return new App(id, id.length() > 8 ? id.substring(0, 8) : id, namespace, name, name, "", "image", "team", Wire.of(status), statusMessage,
                Optional.empty(), currentId, embedded, Optional.of(Engines.NOW.minus(Duration.ofDays(90))), Optional.of(updatedAt));
    }

    /** Its versions, newest first. */
    public List<AppVersion> versionList() {
        List<AppVersion> list = new ArrayList<>();
        for (int n = versions; n >= 1; n--) {
            list.add(version(name + "-v" + n, Engines.NOW.minus(Duration.ofDays(versions - n + 1L)), vram));
        }
        return list;
    }

    /** A snapshot in which these apps are known and opened, and nothing was seen as current before. */
    public static AppsSnapshot snapshot(Apps... apps) {
        return snapshot(Map.of(), apps);
    }

    /** @param sightings by app id */
    public static AppsSnapshot snapshot(Map<String, List<CurrentSighting>> sightings, Apps... apps) {
        Map<String, App> byId = new HashMap<>();
        Map<String, List<AppVersion>> versions = new HashMap<>();
        for (Apps app : apps) {
            byId.put(app.id, app.build());
            versions.put(app.id, app.versionList());
        }
        return new AppsSnapshot(byId, versions, sightings);
    }
}
