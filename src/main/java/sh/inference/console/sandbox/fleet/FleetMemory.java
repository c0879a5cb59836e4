package sh.inference.console.sandbox.fleet;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.model.Money;

/**
 * What is kept of a fleet between two runs: engines, their machines, apps and money. Tasks in flight end with the run, as
 * in a power cut.
 */
public final class FleetMemory {
    private static final int FORM = 2;

    private FleetMemory() {
    }

    /** Called under the fleet's lock. */
    public static ObjectNode write(SandboxFleet fleet) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("form", FORM).put("opening", fleet.account().opening().microcents())
                .put("spent", fleet.account().spent().microcents());
        ArrayNode engines = node.putArray("engines");
        fleet.engines().list().forEach(engine -> engine(engine, fleet.timeline().now(), engines.addObject()));
        ArrayNode apps = node.putArray("apps");
        fleet.apps().list().forEach(app -> app(app, apps.addObject()));
        return node;
    }

    /** @throws IllegalArgumentException when it is not what {@link #write} made */
    public static Past read(JsonNode kept, Instant now) {
        try {
            if (kept.path("form").asInt() != FORM || !kept.path("engines").isArray() || !kept.path("apps").isArray()) {
                throw new IllegalArgumentException("it is not a fleet");
            }
            Account account = new Account(new Money(number(kept, "opening")));
            account.pay(new Money(number(kept, "spent")));
            List<AppRecord> apps = list(kept.path("apps")).map(FleetMemory::app).toList();
            return new Past(new Engines(list(kept.path("engines")).map(engine -> engine(engine, now)).toList()), new Apps(apps), account);
        } catch (DateTimeException | Refusal unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    private static void engine(EngineRecord engine, Instant now, ObjectNode node) {
        node.put("id", engine.id()).put("name", engine.name()).put("status", engine.status()).put("version", engine.version())
                .put("visibility", engine.visibility()).put("created", engine.createdAt().toString()).put("updated", engine.updatedAt().toString())
                .put("updating", engine.isUpdating());
        Host host = engine.host();
        node.putObject("host").put("name", host.name()).put("os", host.os()).put("gpu_type", host.gpuType()).put("gpu", host.gpuName()).put("gpus", host.gpus())
                .put("vram", host.vram()).put("driver", host.driver()).put("cuda", host.cuda()).put("cpu", host.cpu()).put("cores", host.cores())
                .put("ram", host.ram()).put("disk", host.disk()).put("disk_free", engine.figures().diskFree()).put("ram_used", engine.figures().ramUsed());
        engine.instance().ifPresent(instance -> instance(instance, now, node.putObject("instance")));
        ArrayNode workers = node.putArray("workers");
        engine.workers().forEach(worker -> workers.addObject().put("id", worker.id()).put("app", worker.appId()).put("version", worker.versionId()));
    }

    private static EngineRecord engine(JsonNode node, Instant now) {
        JsonNode kept = node.path("host");
        Host host = new Host(text(kept, "name"), text(kept, "os"), text(kept, "gpu_type"), text(kept, "gpu"), (int) number(kept, "gpus"), number(kept, "vram"),
                text(kept, "driver"), text(kept, "cuda"), text(kept, "cpu"), (int) number(kept, "cores"), number(kept, "ram"), number(kept, "disk"));
        String status = text(node, "status");
        List<WorkerRecord> workers = new ArrayList<>();
        for (JsonNode entry : node.path("workers")) {
            WorkerRecord worker = new WorkerRecord(text(entry, "id"), workers.size(), now);
            if (!text(entry, "app").isEmpty()) {
                worker.load(text(entry, "app"), text(entry, "version"));
            }
            if (!status.equals("running")) {
                worker.become(WorkerState.INACTIVE, null, now);
            }
            workers.add(worker);
        }
        Optional<InstanceRecord> instance = node.has("instance") ? Optional.of(instance(node.path("instance"), now)) : Optional.empty();
        EngineRecord engine = new EngineRecord(text(node, "id"), text(node, "name"), status, text(node, "version"), host,
                new Figures(host.gpus(), number(kept, "disk_free"), number(kept, "ram_used")), instance, workers, Instant.parse(text(node, "created")),
                Instant.parse(text(node, "updated")));
        engine.show(text(node, "visibility"));
        engine.aim(node.path("updating").asBoolean());
        return engine;
    }

    private static void instance(InstanceRecord instance, Instant now, ObjectNode node) {
        InstanceRecord.Offer offer = instance.offer();
        node.put("id", instance.id()).put("cloud", offer.cloud()).put("region", offer.region()).put("ip", offer.ip()).put("type", offer.type())
                .put("cloud_type", offer.cloudType()).put("cents", offer.cents()).put("created", instance.createdAt().toString())
                .put("status", instance.status()).put("threshold", instance.threshold() == null ? "" : instance.threshold().toString())
                .put("cap", instance.spendCap()).put("billed", instance.costSoFar(now).microcents()).put("endless", instance.isEndless());
    }

    private static InstanceRecord instance(JsonNode node, Instant now) {
        InstanceRecord.Offer offer = new InstanceRecord.Offer(text(node, "cloud"), text(node, "region"), text(node, "ip"), text(node, "type"),
                text(node, "cloud_type"), (int) number(node, "cents"));
        String threshold = text(node, "threshold");
        return new InstanceRecord(text(node, "id"), offer, Instant.parse(text(node, "created")), now, text(node, "status"),
                threshold.isEmpty() ? null : Instant.parse(threshold), text(node, "cap"), new Money(number(node, "billed")), node.path("endless").asBoolean());
    }

    private static void app(AppRecord app, ObjectNode node) {
        node.put("id", app.id()).put("namespace", app.namespace()).put("name", app.name()).put("status", app.status()).put("message", app.statusMessage()).put("visibility", app.visibility())
                .put("updated", app.updatedAt().toString()).put("status_changed", app.statusChangedAt().toString()).put("current", app.current().id())
                .put("license", app.license()).put("licensed", app.licensedAt().toString());
        listing(app.listing(), node.putObject("listing"));
        ArrayNode versions = node.putArray("versions");
        app.versions().forEach(version -> versions.addObject().put("id", version.id()).put("created", version.createdAt().toString())
                .put("needs_mib", version.needsMib()).set("body", version.body()));
    }

    private static AppRecord app(JsonNode node) {
        List<VersionRecord> versions = list(node.path("versions")).map(version -> new VersionRecord(text(version, "id"), Instant.parse(text(version, "created")),
                (int) number(version, "needs_mib"), object(version, "body"))).toList();
        VersionRecord current = versions.stream().filter(version -> version.id().equals(text(node, "current"))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an app has no current version"));
        AppRecord app = new AppRecord(text(node, "id"), text(node, "namespace"), text(node, "name"),
                listing(object(node, "listing")), text(node, "status"), text(node, "message"), versions, current, Instant.parse(text(node, "status_changed")));
        app.license(text(node, "license"), Instant.parse(text(node, "licensed")));
        app.show(text(node, "visibility"), Instant.parse(text(node, "updated")));
        return app;
    }

    private static void listing(AppListing listing, ObjectNode node) {
        node.put("title", listing.title()).put("description", listing.description()).put("agent_description", listing.agentDescription())
                .put("category", listing.category()).put("card", listing.images().card()).put("thumbnail", listing.images().thumbnail())
                .put("banner", listing.images().banner());
        ArrayNode tags = node.putArray("tags");
        listing.tags().forEach(tags::add);
    }

    private static AppListing listing(JsonNode node) {
        return new AppListing(text(node, "title"), text(node, "description"), text(node, "agent_description"), text(node, "category"),
                new AppListing.Images(text(node, "card"), text(node, "thumbnail"), text(node, "banner")), list(node.path("tags")).map(JsonNode::asText).toList());
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static ObjectNode object(JsonNode node, String name) {
        if (node.path(name) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(name + " is missing");
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return node.path(name).asText();
    }

    private static long number(JsonNode node, String name) {
        if (!node.path(name).isIntegralNumber() || node.path(name).asLong() < 0) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return node.path(name).asLong();
    }
}
