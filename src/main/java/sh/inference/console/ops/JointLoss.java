package sh.inference.console.ops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.state.EngineEntry;

/** What the fleet loses when several engines take no more tasks: together they may strand an app that none of them strands alone. Pure. */
public final class JointLoss {
    private static final int MOST_ROWS = 100;
    private final Situation situation;
    private final List<Engine> engines;
    private final List<Loss> losses = new ArrayList<>();

    public JointLoss(Collection<EngineEntry> going, Situation situation) {
        this.situation = situation;
        this.engines = going.stream().map(EngineEntry::engine).filter(engine -> engine.is(EngineStatus.RUNNING)).toList();
        stranded();
        cold();
        losses.sort(Comparator.comparing(Loss::mark).reversed().thenComparing(Loss::name));
    }

    private record Loss(PlanSection.Mark mark, String name, int before, int after) {
    }

    /** The names of the apps that no running engine could run any more. */
    public Set<String> strandedApps() {
        return losses.stream().filter(loss -> loss.mark() == PlanSection.Mark.BAD).map(Loss::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Running engines that can run each app: now and afterwards. The worst first; a long list is cut and says so. */
    public PlanSection section() {
        List<PlanSection.Row> rows = losses.stream().limit(MOST_ROWS).map(loss -> new PlanSection.Row(loss.mark(), List.of(Text.verbatim(loss.name()),
                Text.of(loss.mark() == PlanSection.Mark.BAD ? "plan.loss.stranded" : "plan.loss.cold"),
                loss.before() < 0 ? Text.of("plan.unknown") : Text.of("plan.from-to", loss.before(), loss.after())))).toList();
        Text remark = losses.isEmpty() ? Text.of("plan.loss.together.none")
                : losses.size() > MOST_ROWS ? Text.of("plan.loss.more", losses.size() - MOST_ROWS) : Text.of("plan.loss.remark");
        return new PlanSection(Text.of("plan.loss.together"), remark, rows);
    }

    private void stranded() {
        Outlook outlook = situation.outlook();
        outlook.appsByNeeds().forEach((needs, apps) -> {
            int before = outlook.able(needs);
            int here = (int) engines.stream().filter(engine -> Fit.canRun(engine, needs)).count();
            if (before > 0 && before == here) {
                apps.forEach(app -> losses.add(new Loss(PlanSection.Mark.BAD, situation.apps().name(app), before, 0)));
            }
        });
    }

    private void cold() {
        Set<String> ids = engines.stream().map(Engine::id).collect(Collectors.toSet());
        Set<String> named = strandedApps();
        Set<String> warm = new LinkedHashSet<>();
        engines.forEach(engine -> engine.workerList().forEach(worker -> warm.addAll(worker.warmFor())));
        for (String app : warm) {
            boolean left = situation.outlook().warm(app).stream().anyMatch(on -> !ids.contains(on.engineId()));
            if (!left && !named.contains(situation.apps().name(app))) {
                losses.add(situation.outlook().needs(app).map(needs -> {
                    int before = situation.outlook().able(needs);
                    return new Loss(PlanSection.Mark.WARN, situation.apps().name(app), before,
                            before - (int) engines.stream().filter(engine -> Fit.canRun(engine, needs)).count());
                }).orElse(new Loss(PlanSection.Mark.WARN, situation.apps().name(app), -1, -1)));
            }
        }
    }
}
