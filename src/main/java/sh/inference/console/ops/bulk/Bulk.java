package sh.inference.console.ops.bulk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import sh.inference.console.ops.Operation;
import sh.inference.console.ops.Verb;

/**
 * A verb that is asked for on several engines.
 *
 * @param ids  in the order in which they take their turn
 * @param each makes the operation on one engine
 */
public record Bulk(Verb verb, List<String> ids, Function<String, Operation> each) {
    /** The verbs that can be asked for on several engines. Money is spent one decision at a time. */
    public static final Set<Verb> VERBS = EnumSet.of(Verb.DRAIN, Verb.UPDATE, Verb.RESTART, Verb.STOP);

    public Bulk {
        ids = ids.stream().distinct().toList();
        if (!VERBS.contains(verb)) {
            throw new IllegalArgumentException(verb + " is asked for one engine at a time");
        }
    }
}
