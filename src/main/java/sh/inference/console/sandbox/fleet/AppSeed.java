package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the apps the sandbox starts with, and makes more of the same kinds when more are asked for. */
final class AppSeed {
    private static final int FEWEST = 3;
    private static final int MOST = 12;
    private static final double HOURS_BETWEEN = 80;
    private final JsonNode seed = SeedFile.read("apps.json");
    private final VersionMaker maker = new VersionMaker(seed);
    private final Instant now;
    private final RandomGenerator random;
    private final Ids ids;

    AppSeed(Instant now, RandomGenerator random) {
        this.now = now;
        this.random = random;
        this.ids = new Ids(random);
    }

    Apps read(int count, int versions) {
        List<AppRecord> apps = new ArrayList<>(count);
        JsonNode rows = seed.path("apps");
        for (int i = 0; i < count; i++) {
            boolean pictured = i < rows.size();
            apps.add(app(rows.get(i % rows.size()), pictured, i + 1, versions));
        }
        return new Apps(apps);
    }

    private AppRecord app(JsonNode row, boolean pictured, int number, int versionCount) {
        List<VersionRecord> versions = new ArrayList<>();
        double age = pictured ? row.path("current_age_h").asDouble() : random.nextDouble(1, 3000);
        String shortId = pictured ? row.path("current").asText() : ids.next();
        String currentId = pictured ? row.path("current_id").asText(Ids.complete(shortId)) : shortId;
        if (pictured && row.has("others")) {
            readOthers(row, versions, currentId, age);
        } else {
            addOlder(row, versions, versionCount > 0 ? versionCount : row.path("versions").asInt(random.nextInt(FEWEST, MOST + 1)), age);
            versions.add(version(row, currentId, age, versions.size(), row.path("kernel").asText(), row.path("vram_gb").asInt()));
            addNewer(row, versions, pictured, age);
        }
        VersionRecord current = versions.stream().filter(version -> version.id().equals(currentId)).findFirst().orElseThrow();
        String name = pictured ? row.path("name").asText() : row.path("name").asText() + "-" + number;
        Instant changed = now.minus(hours(row.has("changed_min") ? row.path("changed_min").asDouble() / 60 : age));
        return new AppRecord(pictured ? row.path("id").asText(Ids.complete("app" + row.path("current").asText().substring(0, 5))) : ids.next(),
                seed.path("namespace").asText(), name, new AppListing(row.path("title").asText(), row.path("description").asText(), row.path("description").asText(),
                row.path("category").asText(), AppListing.Images.NONE, List.of()), row.path("status").asText(), row.path("message").asText(""), versions, current, changed);
    }

    private void readOthers(JsonNode row, List<VersionRecord> versions, String currentId, double age) {
        List<JsonNode> others = new ArrayList<>();
        row.path("others").forEach(others::addFirst);
        for (JsonNode other : others) {
            if (other.path(1).asDouble() < age) {
                continue;
            }
            versions.add(version(row, Ids.complete(other.path(0).asText()), other.path(1).asDouble(), versions.size(), other.path(2).asText(), other.path(3).asInt()));
        }
        versions.add(version(row, currentId, age, versions.size(), row.path("kernel").asText(), row.path("vram_gb").asInt()));
        others.stream().filter(other -> other.path(1).asDouble() < age).forEach(other -> versions.add(version(row, Ids.complete(other.path(0).asText()),
                other.path(1).asDouble(), versions.size(), other.path(2).asText(), other.path(3).asInt())));
    }

    private void addOlder(JsonNode row, List<VersionRecord> versions, int count, double age) {
        int staged = row.path("staged").asInt() + (row.has("newer") ? 1 : 0);
        int older = Math.max(0, count - 1 - staged);
        for (int i = older; i > 0; i--) {
            versions.add(version(row, ids.next(), age + i * HOURS_BETWEEN * random.nextDouble(0.9, 1.1), versions.size(), i > 3 ? "python-3.11" : row.path("kernel").asText(),
                    row.path("vram_gb").asInt()));
        }
    }

    private void addNewer(JsonNode row, List<VersionRecord> versions, boolean pictured, double age) {
        if (pictured && row.has("newer")) {
            versions.add(version(row, Ids.complete(row.path("newer").path(0).asText()), row.path("newer").path(1).asDouble(), versions.size(),
                    row.path("kernel").asText(), row.path("vram_gb").asInt()));
        }
        for (int i = 0; i < row.path("staged").asInt(); i++) {
            versions.add(version(row, ids.next(), age * (0.5 - 0.2 * i), versions.size(), "python-3.12", row.path("vram_gb").asInt()));
        }
    }

    private VersionRecord version(JsonNode row, String id, double ageHours, int ordinal, String kernel, int vramGb) {
        return maker.make(row, id, now.minus(hours(ageHours)), ordinal, kernel, vramGb);
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }
}
