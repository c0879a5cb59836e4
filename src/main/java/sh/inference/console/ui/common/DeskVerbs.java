package sh.inference.console.ui.common;

import java.util.Optional;

import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.Verb;

/** The verbs of engines, asked of the desk. */
public final class DeskVerbs implements EngineVerbs {
    private final OperationDesk desk;

    public DeskVerbs(OperationDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Text> whyNot(Verb verb, String engineId) {
        // What a name would be in the way of is said in the dialog, where one is typed.
        return verb == Verb.RENAME ? desk.whyNot(verb, engineId) : desk.whyNot(EngineOperations.of(verb, engineId));
    }

    @Override
    public void request(Verb verb, String engineId) {
        desk.request(EngineOperations.of(verb, engineId));
    }
}
