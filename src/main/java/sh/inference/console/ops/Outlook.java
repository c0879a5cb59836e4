package sh.inference.console.ops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Gpu;
import sh.inference.console.model.Resources;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;

/**
 * Which running engines hold an app warm and which can run it: the part of a plan that looks at the whole fleet, worked out
 * once for however many plans are made of the same fleet. Made when it is first asked for; not for use by several threads.
 */
public final class Outlook {
    private final Fleet fleet;
    private final AppsSnapshot apps;
    private Map<String, List<Warm>> warm;
    private Map<String, Resources> needs;
    private Map<Resources, List<String>> appsByNeeds;
    private Map<Set<Shape>, Kind> kinds;
    private final Map<Resources, Integer> able = new HashMap<>();
    private List<String> scarce;

    Outlook(Fleet fleet, AppsSnapshot apps) {
        this.fleet = fleet;
        this.apps = apps;
    }

    /** Workers of one running engine that hold an app loaded. */
    record Warm(String engineId, String engineName, int workers) {
    }

    /** What decides whether a worker can run something. Workers of one shape are asked once. */
    private record Shape(List<Gpu> gpus, java.util.OptionalLong ram) {
        static Shape of(Worker worker) {
            return new Shape(worker.gpus().stream().map(gpu -> new Gpu(gpu.type(), "", gpu.vram())).toList(), worker.ramTotal());
        }
    }

    /** Running engines whose workers have the same shapes. */
    private static final class Kind {
        private final List<Worker> examples;
        private int engines;

        private Kind(List<Worker> examples) {
            this.examples = examples;
        }

        private boolean canRun(Resources needs) {
            return examples.stream().anyMatch(worker -> Fit.canRun(worker, needs));
        }
    }

    boolean isOf(Fleet otherFleet, AppsSnapshot otherApps) {
        return fleet == otherFleet && apps == otherApps;
    }

    /** The running engines that hold an app loaded. */
    List<Warm> warm(String app) {
        if (warm == null) {
            warm = readWarm();
        }
        return warm.getOrDefault(app, List.of());
    }

    /** What an app's current version needs; empty when it was not read. */
    Optional<Resources> needs(String app) {
        readNeeds();
        return Optional.ofNullable(needs.get(app));
    }

    /** The apps whose needs are known, by what they need. */
    Map<Resources, List<String>> appsByNeeds() {
        readNeeds();
        return appsByNeeds;
    }

    /** How many running engines can run something that needs this. */
    int able(Resources wanted) {
        return able.computeIfAbsent(wanted, any -> kinds().stream().filter(kind -> kind.canRun(wanted)).mapToInt(kind -> kind.engines).sum());
    }

    /** The apps that exactly one running engine can run. */
    List<String> scarce() {
        if (scarce == null) {
            scarce = appsByNeeds().entrySet().stream().filter(entry -> able(entry.getKey()) == 1).flatMap(entry -> entry.getValue().stream()).sorted().toList();
        }
        return scarce;
    }

    private Map<String, List<Warm>> readWarm() {
        Map<String, List<Warm>> found = new HashMap<>();
        for (EngineEntry entry : fleet.all()) {
            Engine engine = entry.engine();
            if (engine.is(EngineStatus.RUNNING)) {
                Map<String, Integer> here = new HashMap<>();
                engine.workerList().forEach(worker -> worker.warmFor().forEach(app -> here.merge(app, 1, Integer::sum)));
                here.forEach((app, workers) -> found.computeIfAbsent(app, any -> new ArrayList<>()).add(new Warm(engine.id(), engine.name(), workers)));
            }
        }
        return found;
    }

    private void readNeeds() {
        if (needs == null) {
            needs = new HashMap<>();
            appsByNeeds = new HashMap<>();
            apps.apps().keySet().forEach(app -> Fit.needs(apps, app).ifPresent(found -> {
                needs.put(app, found);
                appsByNeeds.computeIfAbsent(found, any -> new ArrayList<>()).add(app);
            }));
        }
    }

    private Collection<Kind> kinds() {
        if (kinds == null) {
            kinds = new HashMap<>();
            for (EngineEntry entry : fleet.all()) {
                if (entry.engine().is(EngineStatus.RUNNING)) {
                    List<Worker> serving = entry.engine().workerList().stream().filter(worker -> !worker.status().is(WorkerStatus.INACTIVE)).toList();
                    Set<Shape> shapes = new HashSet<>();
                    List<Worker> examples = serving.stream().filter(worker -> shapes.add(Shape.of(worker))).toList();
                    kinds.computeIfAbsent(shapes, any -> new Kind(examples)).engines++;
                }
            }
        }
        return kinds.values();
    }
}
