package sh.inference.console.ops.bulk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import sh.inference.console.ops.Operation;
import sh.inference.console.ops.Verb;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;

/**
 * A verb that is asked for on several engines.
 *
 * @param ids in the order in which they take their turn
 */
public record Bulk(Verb verb, List<String> ids) {
    /** The verbs that can be asked for on several engines. Money is spent one decision at a time. */
    public static final Set<Verb> VERBS = EnumSet.of(Verb.DRAIN, Verb.UPDATE, Verb.RESTART, Verb.STOP);

    public Bulk {
        ids = ids.stream().distinct().toList();
        if (!VERBS.contains(verb)) {
            throw new IllegalArgumentException(verb + " is asked for one engine at a time");
        }
    }

    /** The operation on one of them. */
    Operation on(String id) {
        return switch (verb) {
            case DRAIN -> new DrainEngine(id);
            case UPDATE -> new UpdateEngine(id);
            case RESTART -> new RestartEngine(id);
            case STOP -> new StopEngine(id);
            default -> throw new IllegalStateException(verb.name());
        };
    }
}
