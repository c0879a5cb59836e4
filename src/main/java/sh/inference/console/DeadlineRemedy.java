package sh.inference.console;

import java.util.Optional;

import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.DeadlineGuard;
import sh.inference.console.state.Notice;
import sh.inference.console.ui.common.EngineOperations;
import sh.inference.console.ui.notices.Remedies;

/** A machine that is about to delete itself can be extended from the notice that says so; one whose time is over can be stopped. */
record DeadlineRemedy(OperationDesk desk) implements Remedies {
    @Override
    public Optional<Remedy> of(Notice notice) {
        if (!notice.cause().startsWith(DeadlineGuard.CAUSE)) {
            return Optional.empty();
        }
        String id = notice.cause().substring(DeadlineGuard.CAUSE.length());
        return offer(Verb.EXTEND, id).or(() -> offer(Verb.STOP, id));
    }

    private Optional<Remedy> offer(Verb verb, String id) {
        return desk.whyNot(EngineOperations.of(verb, id)).isPresent() ? Optional.empty()
                : Optional.of(new Remedy(Text.of("verb.ask", Text.of("verb." + verb.key())), () -> desk.request(EngineOperations.of(verb, id))));
    }
}
