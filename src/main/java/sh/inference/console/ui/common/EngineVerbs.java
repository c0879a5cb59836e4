package sh.inference.console.ui.common;

import java.util.List;
import java.util.Optional;

import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;

/** What a screen may ask for on an engine. Asking opens the dialog of the verb; nothing is sent by asking. */
public interface EngineVerbs {
    /** In the order menus show them; stop stands apart and last. */
    List<Verb> ALL = List.of(Verb.DRAIN, Verb.UPDATE, Verb.EXTEND, Verb.RESTART, Verb.RENAME, Verb.DELETE, Verb.STOP);

    /** Why a verb is not possible on an engine now; empty when it is. */
    Optional<Text> whyNot(Verb verb, String engineId);

    void request(Verb verb, String engineId);

    /** The outlined icon of the command. */
    static String icon(Verb verb) {
        return switch (verb) {
            case DRAIN -> Icons.DRAIN;
            case UPDATE -> Icons.UPDATE;
            case EXTEND -> Icons.EXTEND;
            case RESTART -> Icons.RESTART;
            case STOP -> Icons.STOP;
            case PROMOTE -> Icons.PROMOTE;
            case ROLL_BACK -> Icons.ROLL_BACK;
            case RENAME -> Icons.RENAME;
            case DELETE -> Icons.DELETE;
            case CANCEL_TASK -> Icons.CANCEL_TASK;
            case APP_STATUS -> Icons.MAINTENANCE;
        };
    }
}
