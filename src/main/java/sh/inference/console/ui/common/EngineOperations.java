package sh.inference.console.ui.common;

import java.math.BigDecimal;

import sh.inference.console.ops.Operation;
import sh.inference.console.ops.Verb;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.record.DeleteEngine;
import sh.inference.console.ops.record.RenameEngine;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;

/** The operation that a verb means on an engine. */
public final class EngineOperations {
    /** What the dialog of extend starts with; the operator chooses in it. */
    private static final BigDecimal FIRST_HOURS = BigDecimal.valueOf(3);

    private EngineOperations() {
    }

    public static Operation of(Verb verb, String engineId) {
        return switch (verb) {
            case DRAIN -> new DrainEngine(engineId);
            case UPDATE -> new UpdateEngine(engineId);
            case EXTEND -> new ExtendEngine(engineId, FIRST_HOURS);
            case RESTART -> new RestartEngine(engineId);
            case STOP -> new StopEngine(engineId);
            case RENAME -> new RenameEngine(engineId, "");
            case DELETE -> new DeleteEngine(engineId);
            case PROMOTE, ROLL_BACK, CANCEL_TASK, APP_STATUS -> throw new IllegalArgumentException(verb + " is not a verb of engines");
        };
    }
}
