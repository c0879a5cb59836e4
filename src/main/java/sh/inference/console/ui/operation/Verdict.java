package sh.inference.console.ui.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.PlanDraft;
import sh.inference.console.ops.Stuck;
import sh.inference.console.ops.Verb;
import sh.inference.console.text.Messages;

import java.time.Duration;
import java.time.Instant;

/**
 * That an operation gets nowhere, in the words of the card: what shows it, and what can be done, each with what it would mean.
 *
 * @param evidence sentences
 */
public record Verdict(String title, List<String> evidence, List<Choice> choices) {
    /** The things that can be done. */
    public enum Action {
        LOOK_AGAIN, TASK_LOG, CANCEL_TASK, STOP, GIVE_UP, DISARM
    }

    /**
     * One of them.
     *
     * @param subject the task or the engine it is about
     */
    public record Choice(Action action, String subject, String words, String consequence) {
    }

    static Verdict of(OperationRecord record, Stuck stuck, Function<String, String> appNames, Duration patience, Messages words, Instant now) {
        return new Verdict(words.of(stuck.title()), evidence(stuck, appNames, words, now), choices(record, stuck, patience, words));
    }

    /** An operation that waits for its moment: what it waits for, and how to call it off. */
    static Verdict ofArmed(OperationRecord record, Messages words) {
        return new Verdict(words.of("verdict.armed"), List.of(words.of(record.last().text())),
                List.of(new Choice(Action.DISARM, record.id(), words.of("verdict.disarm"), words.of("verdict.disarm.means"))));
    }

    private static List<String> evidence(Stuck stuck, Function<String, String> appNames, Messages words, Instant now) {
        List<String> lines = new ArrayList<>();
        for (Stuck.Holder holder : stuck.holders()) {
            Object app = holder.appId().isEmpty() ? Text.of("verdict.app.unknown") : appNames.apply(holder.appId());
            lines.add(holder.since().map(since -> words.of("verdict.holder", holder.worker(), app, holder.taskId(), since))
                    .orElse(words.of("verdict.holder.unknown", holder.worker(), app, holder.taskId())));
        }
        Duration seen = PlanDraft.since(stuck.engine().seenAt(), now);
        lines.add(words.of("verdict.alive", PlanDraft.status(stuck.engine().engine()), seen));
        return lines;
    }

    private static List<Choice> choices(OperationRecord record, Stuck stuck, Duration patience, Messages words) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(Action.LOOK_AGAIN, record.id(), words.of("verdict.look-again", patience), words.of("verdict.look-again.means")));
        if (!stuck.holders().isEmpty()) {
            String task = stuck.holders().getFirst().taskId();
            choices.add(new Choice(Action.TASK_LOG, task, words.of("verdict.task-log"), words.of("verdict.task-log.means")));
            choices.add(new Choice(Action.CANCEL_TASK, task, words.of("verdict.cancel-task", shortened(task)),
                    words.of(stuck.holders().size() == 1 ? "verdict.cancel-task.means" : "verdict.cancel-task.means.more", stuck.holders().size() - 1)));
        }
        if (record.plan().verb() != Verb.STOP) {
            boolean offline = stuck.engine().engine().is(EngineStatus.DISCONNECTED) || stuck.engine().engine().is(EngineStatus.PENDING);
            choices.add(new Choice(Action.STOP, record.plan().target().id(), words.of("verdict.stop", stuck.engine().engine().name()),
                    words.of(offline ? "verdict.stop.means.offline" : stuck.holders().isEmpty() ? "verdict.stop.means" : "verdict.stop.means.waits")));
        }
        if (record.state().isUnderway()) {
            choices.add(new Choice(Action.GIVE_UP, record.id(), words.of("verdict.give-up"), words.of("verdict.give-up.means")));
        }
        return choices;
    }

    private static String shortened(String id) {
        return id.length() <= 8 ? id : id.substring(0, 8);
    }
}
