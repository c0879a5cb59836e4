package sh.inference.console.ui.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Problem;
import sh.inference.console.ops.OperationProgress;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.Stuck;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.Fleet;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Status;

/**
 * Everything that is said of one operation.
 *
 * @param asked    who asked, where, and why
 * @param steps    sent, accepted, observed, done
 * @param figures  how far it has come; none when it has ended or has no work to finish
 * @param verdict  what stands in the way, when it did not end as asked and no problem says so
 * @param observed what was seen since it was sent, newest first
 * @param stuck    that it gets nowhere, with what can be done
 * @param chart    how its engine's tasks became fewer
 */
public record OperationCard(Status status, String title, String targetId, String asked, List<Step> steps, List<Figure> figures, Optional<Problem> problem,
                            String verdict, List<Seen> observed, Optional<Verdict> stuck, Optional<StepChart.Chart> chart) {
    private static final Set<Verb> FINISH_WORK = EnumSet.of(Verb.DRAIN, Verb.UPDATE, Verb.STOP);

    /** How a step stands. */
    public enum Mark {
        /** Reached, and the fleet has shown it. */
        SEEN,
        /** Reached, on the word of the service. */
        REACHED, WAITING, STUCK, FAILED
    }

    /** One of the four steps; time and detail are empty until it is reached. */
    public record Step(Mark mark, String name, String time, String detail) {
    }

    /** A figure with what it is of, and what it means. */
    public record Figure(String value, String of, String name) {
    }

    /** Something that was said of it, and when. */
    public record Seen(String time, String text, String source) {
    }

    static OperationCard of(OperationRecord record, Fleet fleet, Optional<Stuck> stuck, Optional<Verdict> verdict, Messages words, Instant now) {
        Outcome outcome = Outcome.of(record);
        String where = words.of(record.reason().isBlank() ? "operations.asked" : "operations.asked.reason", record.asked().actor(), record.asked().profile().name(),
                record.reason());
        boolean unfinished = outcome == Outcome.TIMED_OUT || outcome == Outcome.OVERTAKEN || outcome == Outcome.FAILED && record.problem().isEmpty();
        return new OperationCard(stuck.isPresent() ? Outcome.stuck() : outcome.status(record.state()), words.of(record.plan().title()), record.plan().target().id(), where, steps(record, outcome, words),
                figures(record, fleet, words, now), record.problem(), unfinished ? words.of(record.last().text()) : "", observed(record, words), verdict,
                chart(record, stuck, now));
    }

    private static List<Step> steps(OperationRecord record, Outcome outcome, Messages words) {
        Optional<OperationRecord.Step> done = record.reached(OperationState.DONE);
        // What is done was seen, even when nothing was seen on the way.
        Optional<OperationRecord.Step> observed = record.reached(OperationState.OBSERVED).or(() -> done);
        List<Optional<OperationRecord.Step>> reached = List.of(record.reached(OperationState.SENT),
                record.reached(OperationState.ACCEPTED).or(() -> observed), observed, done);
        List<String> names = List.of("sent", "accepted", "observed", "done");
        Mark next = switch (outcome) {
            case FAILED -> Mark.FAILED;
            case TIMED_OUT -> Mark.STUCK;
            case RUNNING, DONE, OVERTAKEN, CANCELLED -> Mark.WAITING;
        };
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = words.of("operations.step." + names.get(i));
            if (reached.get(i).isPresent()) {
                OperationRecord.Step step = reached.get(i).get();
                // What was said at the step before needs not be said again.
                boolean said = i > 0 && reached.get(i - 1).filter(before -> before.text().equals(step.text())).isPresent();
                steps.add(new Step(observed.isPresent() ? Mark.SEEN : Mark.REACHED, name, words.formats().time(step.at()), said ? "" : words.of(step.text())));
            } else {
                steps.add(new Step(next, name, "", next == Mark.WAITING && outcome == Outcome.RUNNING ? words.of("operations.step.waiting") : ""));
                next = Mark.WAITING;
            }
        }
        return steps;
    }

    private static Optional<StepChart.Chart> chart(OperationRecord record, Optional<Stuck> stuck, Instant now) {
        boolean worth = FINISH_WORK.contains(record.plan().verb()) && record.trail().stream().anyMatch(point -> point.tasks() > 0);
        Instant to = record.state().isEnded() ? record.last().at() : now;
        return worth ? Optional.of(new StepChart.Chart(record.trail(), record.startedAt(), to, stuck.map(Stuck::since))) : Optional.empty();
    }

    private static List<Figure> figures(OperationRecord record, Fleet fleet, Messages words, Instant now) {
        if (record.state().isEnded() || !FINISH_WORK.contains(record.plan().verb())) {
            return List.of();
        }
        Formats formats = words.formats();
        return OperationProgress.of(record, fleet, now).map(progress -> List.of(
                figure(words, formats.number(progress.workersLeft()), words.of("operations.of", progress.workersBefore()), "workers"),
                figure(words, formats.number(progress.tasksLeft()), words.of("operations.of", progress.tasksBefore()), "tasks"),
                figure(words, formats.stopwatch(progress.elapsed()), "", "elapsed"),
                figure(words, progress.oldestTask().map(formats::stopwatch).orElse(Formats.UNKNOWN), "", "oldest"),
                figure(words, formats.stopwatch(progress.sinceStep()), "", "since"))).orElse(List.of());
    }

    private static Figure figure(Messages words, String value, String of, String name) {
        return new Figure(value, of, words.of("operations.figure." + name));
    }

    private static List<Seen> observed(OperationRecord record, Messages words) {
        List<OperationRecord.Step> shown = new ArrayList<>();
        for (OperationRecord.Step step : record.steps()) {
            // The end says what was seen last: once is enough.
            if (!shown.isEmpty() && shown.getLast().text().equals(step.text())) {
                shown.removeLast();
            }
            if (step.state() != OperationState.PLANNED && step.state() != OperationState.CONFIRMED) {
                shown.add(step);
            }
        }
        return shown.reversed().stream().map(step -> new Seen(words.formats().time(step.at()), words.of(step.text()), words.of("operations.source." + step.source().name().toLowerCase(java.util.Locale.ROOT)))).toList();
    }
}
