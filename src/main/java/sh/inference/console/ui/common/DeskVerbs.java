package sh.inference.console.ui.common;

import java.math.BigDecimal;
import java.util.Optional;

import sh.inference.console.model.Text;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.Verb;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;

/** The verbs of engines, asked of the desk. */
public final class DeskVerbs implements EngineVerbs {
    /** What the dialog of extend starts with; the operator chooses in it. */
    private static final BigDecimal FIRST_HOURS = BigDecimal.valueOf(3);
    private final OperationDesk desk;

    public DeskVerbs(OperationDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Text> whyNot(Verb verb, String engineId) {
        return desk.whyNot(operation(verb, engineId));
    }

    @Override
    public void request(Verb verb, String engineId) {
        desk.request(operation(verb, engineId));
    }

    private static Operation operation(Verb verb, String engineId) {
        return switch (verb) {
            case DRAIN -> new DrainEngine(engineId);
            case UPDATE -> new UpdateEngine(engineId);
            case EXTEND -> new ExtendEngine(engineId, FIRST_HOURS);
            case RESTART -> new RestartEngine(engineId);
            case STOP -> new StopEngine(engineId);
            case PROMOTE, ROLL_BACK -> throw new IllegalArgumentException(verb + " is not a verb of engines");
        };
    }
}
