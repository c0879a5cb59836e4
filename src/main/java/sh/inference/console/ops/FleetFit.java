package sh.inference.console.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Resources;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Variant;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.state.Fleet;

/**
 * How many of the workers that serve now can run a version, as it stands or in one of its variants. What is not told of a
 * version or of a worker is unknown, and never counts as fitting. Pure.
 *
 * @param able    workers that can run it
 * @param unknown workers of which the service does not say enough
 * @param online  workers that serve
 * @param needs   what the version itself needs; empty when it does not say, then nothing is known
 * @param holders names of engines that run it now and could not by what it says
 */
public record FleetFit(int able, int unknown, int online, Optional<Resources> needs, List<String> holders) {
    public FleetFit {
        holders = List.copyOf(holders);
    }

    public static FleetFit of(Fleet fleet, AppVersion version) {
        List<Resources> forms = forms(version);
        int able = 0;
        int unknown = 0;
        int online = 0;
        List<String> holders = new ArrayList<>();
        for (var entry : fleet.all()) {
            if (!entry.engine().is(EngineStatus.RUNNING)) {
                continue;
            }
            for (Worker worker : entry.engine().workerList()) {
                if (worker.status().is(WorkerStatus.INACTIVE)) {
                    continue;
                }
                online++;
                OptionalLong memory = memory(worker, entry.engine());
                boolean fits = forms.stream().anyMatch(form -> Fit.canRun(worker, form) && memory.orElse(Long.MAX_VALUE) >= form.ram());
                boolean told = fits && (memory.isPresent() || forms.stream().anyMatch(form -> Fit.canRun(worker, form) && form.ram() <= 0));
                able += told ? 1 : 0;
                unknown += fits && !told ? 1 : 0;
                if (!fits && worker.isBusy() && version.matches(worker.appVersionId()) && !holders.contains(entry.engine().name())) {
                    holders.add(entry.engine().name());
                }
            }
        }
        return new FleetFit(able, unknown, online, version.resources().or(() -> forms.stream().findFirst()), holders);
    }

    /** Whether the version says what it needs and anybody serves: otherwise nothing can be said. */
    public boolean isKnown() {
        return needs.isPresent() && online > 0;
    }

    /** Whether it is known that nobody can run it. */
    public boolean isNobody() {
        return isKnown() && able == 0 && unknown == 0;
    }

    /** The version itself, and each of its variants that says what it needs. */
    private static List<Resources> forms(AppVersion version) {
        List<Resources> forms = new ArrayList<>();
        version.resources().ifPresent(forms::add);
        version.variants().stream().map(Variant::resources).flatMap(Optional::stream).forEach(forms::add);
        return forms;
    }

    /** A worker that does not say its memory has what its host has. */
    private static OptionalLong memory(Worker worker, Engine engine) {
        return worker.ramTotal().isPresent() ? worker.ramTotal() : engine.system().map(SystemInfo::ramTotal).orElse(OptionalLong.empty());
    }
}
