package sh.inference.console.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.state.EngineEntry;

/**
 * Operations that were confirmed for the moment their engine is idle. Until then nothing is sent, and the operator can call
 * them off. A wait ends with the console: the journal holds it as a wait and not as an intent, so that the next console can
 * say what became of it, and sends nothing. Confined to the FX thread.
 */
final class ArmedWaits {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private final OperationSender sender;
    private final OperationLog log;
    private final JournalSteps journal;
    private final Clock clock;
    private final List<Armed> waits = new ArrayList<>();

    ArmedWaits(OperationSender sender, OperationLog log, JournalSteps journal, Clock clock) {
        this.sender = sender;
        this.log = log;
        this.journal = journal;
        this.clock = clock;
    }

    /** One of them. */
    private static final class Armed {
        private final Operation operation;
        private final String reason;
        private OperationRecord record;
        private boolean sending;
        private Instant notBefore = Instant.MIN;

        private Armed(Operation operation, String reason, OperationRecord record) {
            this.operation = operation;
            this.reason = reason;
            this.record = record;
        }
    }

    void arm(Operation operation, String reason, OperationRecord confirmed, Situation now) {
        Armed armed = new Armed(operation, reason, confirmed.to(OperationState.ARMED, clock.instant(), waitsFor(operation, now)));
        waits.add(armed);
        log.put(armed.record);
        journal.write(JournalSteps.armed(armed.record, now));
        look(now);
    }

    boolean isWaiting() {
        return !waits.isEmpty();
    }

    boolean waitsFor(String engineId) {
        return waits.stream().anyMatch(armed -> armed.operation.targetId().equals(engineId));
    }

    /** Calls a wait off, unless its moment has come already. */
    void disarm(String operationId) {
        waits.stream().filter(armed -> armed.record.id().equals(operationId) && !armed.sending).findFirst()
                .ifPresent(armed -> end(armed, OperationState.CANCELLED, Text.of("armed.cancelled")));
    }

    /** Sends what is idle now; what is gone can wait no longer. */
    void look(Situation now) {
        for (Armed armed : List.copyOf(waits)) {
            if (armed.sending) {
                continue;
            }
            if (now.connection().freshness().isLive() && now.engine(armed.operation.targetId()).isEmpty()) {
                end(armed, OperationState.FAILED, Text.of("why.gone"));
            } else if (isIdle(armed.operation, now) && !clock.instant().isBefore(armed.notBefore)) {
                send(armed, now);
            } else {
                say(armed, waitsFor(armed.operation, now));
            }
        }
    }

    private void send(Armed armed, Situation now) {
        OperationPlan idle = armed.operation.plan(now);
        if (!idle.isCoveredBy(armed.record.plan(), Set.of())) {
            end(armed, OperationState.FAILED, Text.of("armed.changed"));
            return;
        }
        armed.sending = true;
        sender.send(new Confirmed(armed.record.id(), armed.operation, idle, armed.reason, Optional.of(armed.record)), (shown, again) -> again.blockedBy().isPresent()
                ? Optional.of(new Result(Sent.BLOCKED, null))
                : again.isCoveredBy(shown, Set.of()) ? Optional.empty() : Optional.of(new Result(Sent.CHANGED, null)), result -> {
                    armed.sending = false;
                    armed.notBefore = clock.instant().plus(PAUSE);
                    if (!result.operationId().isEmpty()) {
                        waits.remove(armed);
                    }
                }, plan -> { });
    }

    private static boolean isIdle(Operation operation, Situation now) {
        Optional<EngineEntry> entry = now.engine(operation.targetId());
        return entry.filter(known -> now.connection().vouchesFor(known)).map(EngineEntry::engine)
                .filter(engine -> engine.workers().isPresent() && engine.workersWithTasks().isEmpty()).isPresent() && operation.plan(now).blockedBy().isEmpty();
    }

    private static Text waitsFor(Operation operation, Situation now) {
        Optional<EngineEntry> entry = now.engine(operation.targetId());
        if (entry.isEmpty() || !now.connection().vouchesFor(entry.get())) {
            return Text.of("armed.blind");
        }
        Engine engine = entry.get().engine();
        Optional<Text> blocked = operation.plan(now).blockedBy();
        if (blocked.isPresent() && engine.workersWithTasks().isEmpty()) {
            return Text.of("armed.blocked", blocked.get());
        }
        return engine.is(EngineStatus.RUNNING) || !engine.workersWithTasks().isEmpty() ? Text.of("armed.waits", engine.workersWithTasks().size()) : Text.of("armed.soon");
    }

    private void say(Armed armed, Text text) {
        if (!armed.record.last().text().equals(text)) {
            armed.record = armed.record.to(OperationState.ARMED, clock.instant(), text);
            log.put(armed.record);
        }
    }

    private void end(Armed armed, OperationState state, Text text) {
        armed.record = armed.record.to(state, clock.instant(), text);
        log.put(armed.record);
        journal.write(JournalSteps.outcome(armed.record));
        waits.remove(armed);
    }
}
