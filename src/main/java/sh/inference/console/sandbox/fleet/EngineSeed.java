package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.model.Money;
import sh.inference.console.sandbox.fleet.InstanceRecord.Offer;

/** Reads the fleet the sandbox starts with, and makes more engines of the same kinds when more are asked for. */
final class EngineSeed {
    private static final int MINUTES_PER_HOUR = 60;
    private static final Duration PART_OF_A_MINUTE = Duration.ofSeconds(50);
    private final JsonNode seed = SeedFile.read("engines.json");
    private final Instant now;
    private final RandomGenerator random;
    private final Ids ids;
    private final Apps apps;
    private final Tasks tasks;

    EngineSeed(Instant now, RandomGenerator random, Apps apps, Tasks tasks) {
        this.now = now;
        this.random = random;
        this.ids = new Ids(random);
        this.apps = apps;
        this.tasks = tasks;
    }

    String newestBinary() {
        return seed.path("newest_version").asText();
    }

    String balance() {
        return seed.path("balance_dollars").asText();
    }

    Engines read(int count, int workers) {
        List<EngineRecord> engines = new ArrayList<>(count);
        JsonNode rows = seed.path("engines");
        for (int i = 0; i < Math.min(count, rows.size()); i++) {
            engines.add(pictured(rows.get(i)));
        }
        List<JsonNode> kinds = new ArrayList<>();
        rows.forEach(row -> {
            if (row.path("status").asText().equals("running")) {
                kinds.add(row);
            }
        });
        for (int i = rows.size(); i < count; i++) {
            engines.add(another(kinds.get(i % kinds.size()), i + 1, workers));
        }
        return new Engines(engines);
    }

    private EngineRecord pictured(JsonNode row) {
        Host host = host(row, row.path("gpus").asInt(), row.path("host").asText(row.path("name").asText()));
        String status = row.path("status").asText();
        String id = row.path("id").asText(Ids.complete(row.path("short").asText()));
        Instant created = now.minus(minutes(row.path("age_h").asDouble() * MINUTES_PER_HOUR));
        List<WorkerRecord> workers = new ArrayList<>();
        row.path("workers").forEach(entry -> workers.add(worker(entry.asText(), workers.size(), id)));
        Instant updated = now.minus(minutes(row.path("quiet_min").asDouble(0)));
        EngineRecord engine = new EngineRecord(id, row.path("name").asText(), status, row.path("version").asText(), host, figures(row, host),
                instance(row, status), workers, created, updated);
        if (row.has("hold_min")) {
            engine.hold(now.plus(minutes(row.path("hold_min").asDouble())));
        }
        return engine;
    }

    private EngineRecord another(JsonNode kind, int number, int workerCount) {
        int count = workerCount > 0 ? workerCount : Math.max(1, kind.path("gpus").asInt());
        String name = "%s-%05d".formatted(kind.path("name").asText().replaceFirst("-\\d+$", ""), number);
        Host host = host(kind, kind.path("gpus").asInt() == 0 ? 0 : count, name);
        Instant created = now.minus(minutes(random.nextInt(60, 60 * 24 * 90)));
        List<WorkerRecord> workers = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            // Each was last changed at a moment of its own, as in a fleet that has been at work before.
            workers.add(new WorkerRecord(ids.next(), index, now.minus(minutes(random.nextDouble(MINUTES_PER_HOUR)))));
        }
        long disk = host.disk();
        Optional<InstanceRecord> instance = kind.has("cloud")
                ? Optional.of(new InstanceRecord(ids.next(), offer(kind, count * kind.path("price").asInt() / Math.max(1, kind.path("gpus").asInt())), created, now,
                        "active", now.plus(minutes(random.nextInt(90, 60 * 72))), "", Money.ofCents(random.nextInt(100, 90_000)), false))
                : Optional.empty();
        return new EngineRecord(ids.next(), name, "running", kind.path("version").asText(), host,
                new Figures(host.gpus(), random.nextLong(disk / 10, disk), host.ram() / 4), instance, workers, created, now);
    }

    private Optional<InstanceRecord> instance(JsonNode row, String status) {
        if (!row.has("cloud")) {
            return Optional.empty();
        }
        boolean overdue = row.path("overdue").asBoolean();
        Instant ends = row.path("ends_min").isNumber() ? now.plus(minutes(row.path("ends_min").asDouble())) : null;
        if (ends != null && !overdue) {
            ends = ends.plus(PART_OF_A_MINUTE);
        }
        return Optional.of(new InstanceRecord(Ids.complete("n" + row.path("short").asText()), offer(row, row.path("price").asInt()),
                now.minus(minutes(row.path("age_h").asDouble() * MINUTES_PER_HOUR)), now, row.path("instance_status").asText("active"), ends,
                row.path("cap").asText(""), Money.ofDollars(row.path("cost").asText()), overdue));
    }

    private static Offer offer(JsonNode row, int cents) {
        return new Offer(row.path("cloud").asText(), row.path("region").asText(), row.path("ip").asText(), row.path("shade").asText(),
                row.path("cloud_type").asText(), cents);
    }

    /** Reads {@code state:app@version#task}: what a worker does when the sandbox opens. */
    private WorkerRecord worker(String entry, int index, String engineId) {
        WorkerRecord worker = new WorkerRecord(Ids.complete("w" + index + engineId.substring(0, 6)), index, now);
        if (entry.equals("x")) {
            worker.become(WorkerState.INACTIVE, null, now);
            return worker;
        }
        String[] parts = entry.substring(2).split("[@#]");
        Optional<AppRecord> app = apps.find("lumen", parts[0]);
        if (app.isEmpty()) {
            return worker;
        }
        VersionRecord version = entry.contains("@") ? app.get().version(parts[1]).orElse(app.get().current()) : app.get().current();
        worker.load(app.get().id(), version.id());
        if (entry.charAt(0) != 'i') {
            String beginning = entry.contains("#") ? parts[parts.length - 1] : ids.next();
            TaskRecord task = new TaskRecord(Ids.complete(beginning), version.order(app.get().id()), now.minus(minutes(random.nextDouble(0.5, 6))));
            task.place(engineId, worker.id());
            task.reach(TaskRecord.DISPATCHED, task.createdAt().plusSeconds(1));
            boolean busy = entry.charAt(0) == 'b';
            if (busy) {
                task.reach(TaskRecord.RUNNING, task.createdAt().plusSeconds(3));
            }
            worker.become(busy ? WorkerState.BUSY : WorkerState.RESERVED, task, now);
            tasks.add(task);
        }
        return worker;
    }

    private Host host(JsonNode row, int gpus, String name) {
        JsonNode model = seed.path("gpu_models").path(row.path("gpu").asText());
        String type = model.path(0).asText();
        boolean nvidia = type.equals("nvidia");
        long vram = row.path("vram_gb").asLong() * Host.GIB;
        int cores = Math.max(16, gpus * 16);
        return new Host(name, row.path("os").asText("Linux"), gpus == 0 ? "none" : type, model.path(1).asText(), gpus, vram, nvidia ? "550.90" : "",
                nvidia ? "12.4" : "", type.equals("apple") ? "Apple M2 Ultra" : "AMD EPYC 9354", cores, Math.max(64, gpus * 128L) * Host.GIB,
                Math.round(row.path("disk_tb").asDouble(1.0) * 1000) * Host.GB);
    }

    private Figures figures(JsonNode row, Host host) {
        long free = row.has("disk_free_gb") ? row.path("disk_free_gb").asLong() * Host.GB : host.disk() * random.nextInt(25, 80) / 100;
        Figures figures = new Figures(host.gpus(), free, host.ram() / 4);
        for (int gpu = 0; gpu < Math.min(host.gpus(), row.path("used_gb").size()); gpu++) {
            figures.set(gpu, (int) Math.round(row.path("used_gb").path(gpu).asDouble() * 1024), row.path("temp").path(gpu).asInt());
        }
        return figures;
    }

    private static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }
}
