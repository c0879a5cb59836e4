package sh.inference.console.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.model.Worker;
import sh.inference.console.state.EngineEntry;

/** The work on an engine and what the fleet loses when the engine takes no more: the parts that plans share. Pure. */
public final class EngineWork {
    private static final int SHORT = 8;
    private final EngineEntry entry;
    private final Situation situation;
    private final List<Loss> losses;

    public EngineWork(EngineEntry entry, Situation situation) {
        this.entry = entry;
        this.situation = situation;
        this.losses = losses();
    }

    /** How many tasks are in flight, as far as the workers say. */
    public int tasks() {
        return entry.engine().workersWithTasks().size();
    }

    /** The tasks in flight: worker, app, task, and since when this console has seen it. */
    public PlanSection tasksSection(String heading, PlanSection.Mark mark) {
        Engine engine = entry.engine();
        if (engine.workers().isEmpty()) {
            return new PlanSection(Text.of(heading, 0), Text.of("plan.workers.unknown"), List.of());
        }
        List<PlanSection.Row> rows = new ArrayList<>();
        for (Worker worker : engine.workersWithTasks()) {
            String task = worker.taskId().orElseThrow();
            rows.add(new PlanSection.Row(mark, List.of(Text.of("plan.worker", worker.index()), appOf(worker), Text.verbatim(task), age(task))));
        }
        Text remark = oldest().map(age -> Text.of("plan.tasks.oldest", age)).orElse(Text.of("plan.tasks.none"));
        return new PlanSection(Text.of(heading, rows.size()), remark, rows);
    }

    /** What the fleet loses: apps warm here, and apps that only this engine can run. */
    public PlanSection lossSection() {
        Text remark = Text.of(losses.isEmpty() ? "plan.loss.none" : "plan.loss.remark");
        return new PlanSection(Text.of("plan.loss"), remark, losses.stream().map(Loss::row).toList());
    }

    /** Apps that no running engine could run any more. */
    public List<String> stranded() {
        return losses.stream().filter(Loss::isStranded).map(Loss::name).toList();
    }

    /** The check that belongs to {@link #stranded()}. */
    public Precondition lastEngineCheck() {
        List<String> stranded = stranded();
        if (!stranded.isEmpty()) {
            return Precondition.warn("check.last-engine", String.join(", ", stranded));
        }
        boolean unread = losses.stream().anyMatch(loss -> loss.before().isEmpty());
        return unread ? Precondition.warn("check.last-engine.unknown") : Precondition.pass("check.not-last-engine");
    }

    private Optional<Duration> oldest() {
        return entry.engine().workersWithTasks().stream().map(worker -> entry.tasksSince().get(worker.taskId().orElseThrow()))
                .filter(java.util.Objects::nonNull).min(Comparator.naturalOrder()).map(since -> PlanDraft.since(since, situation.now()));
    }

    private Text age(String task) {
        Instant since = entry.tasksSince().get(task);
        return since == null ? Text.of("plan.unknown") : Text.of("plan.age", PlanDraft.since(since, situation.now()));
    }

    private Text appOf(Worker worker) {
        if (worker.appId().isEmpty()) {
            return Text.of("plan.unknown");
        }
        String version = worker.appVersionId();
        return Text.verbatim(situation.apps().name(worker.appId()) + (version.isEmpty() ? "" : " @" + version.substring(0, Math.min(SHORT, version.length()))));
    }

    private List<Loss> losses() {
        Engine engine = entry.engine();
        if (!engine.is(EngineStatus.RUNNING)) {
            return List.of();
        }
        List<Loss> all = new ArrayList<>();
        Set<String> warmHere = new LinkedHashSet<>();
        engine.workerList().forEach(worker -> warmHere.addAll(worker.warmFor()));
        for (String app : warmHere) {
            all.add(loss(app, true));
        }
        for (String app : situation.outlook().scarce()) {
            if (!warmHere.contains(app) && fits(app)) {
                all.add(loss(app, false));
            }
        }
        all.sort(Comparator.comparing(Loss::mark).reversed().thenComparing(Loss::name));
        return all;
    }

    private boolean fits(String app) {
        return situation.outlook().needs(app).filter(needs -> Fit.canRun(entry.engine(), needs)).isPresent();
    }

    private Loss loss(String app, boolean warmHere) {
        int workers = 0;
        int engines = 0;
        String name = "";
        for (Outlook.Warm warm : situation.outlook().warm(app)) {
            if (!warm.engineId().equals(entry.engine().id())) {
                workers += warm.workers();
                engines++;
                name = warm.engineName();
            }
        }
        Optional<Integer> before = situation.outlook().needs(app).map(situation.outlook()::able);
        return new Loss(situation.apps().name(app), warmHere, workers, engines, name, before, fits(app));
    }

    /**
     * What one app loses.
     *
     * @param on     on how many other engines it stays warm
     * @param example the name of one of them
     * @param before how many running engines can run it now, empty when its needs were not read
     */
    private record Loss(String name, boolean warmHere, int warmLeft, int on, String example, Optional<Integer> before, boolean fitsHere) {
        boolean isStranded() {
            return fitsHere && before.isPresent() && before.get() == 1;
        }

        PlanSection.Mark mark() {
            if (isStranded()) {
                return PlanSection.Mark.BAD;
            }
            return warmHere && warmLeft == 0 ? PlanSection.Mark.WARN : PlanSection.Mark.GOOD;
        }

        PlanSection.Row row() {
            Text what = switch (mark()) {
                case BAD -> Text.of("plan.loss.stranded");
                case WARN -> Text.of("plan.loss.cold");
                default -> on == 1 ? Text.of("plan.loss.warm.one", warmLeft, example) : Text.of("plan.loss.warm", warmLeft, on);
            };
            Text able = before.map(n -> Text.of("plan.from-to", n, fitsHere ? n - 1 : n)).orElse(Text.of("plan.unknown"));
            return new PlanSection.Row(mark(), List.of(Text.verbatim(name), what, able));
        }
    }
}
