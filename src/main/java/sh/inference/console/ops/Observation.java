package sh.inference.console.ops;

import sh.inference.console.model.Text;

/** What the fleet shows of an operation that was sent. */
public sealed interface Observation {
    /** Nothing yet. */
    record Nothing() implements Observation {
    }

    /** It has begun, or goes on: "draining, 2 tasks left". */
    record Underway(Text text) implements Observation {
    }

    /** It has ended as asked. */
    record Done(Text text) implements Observation {
    }

    /** It can no longer end as asked. */
    record Failed(Text text) implements Observation {
    }

    /** Something else overtook it: whether it would have ended as asked can no longer be seen. */
    record Overtaken(Text text) implements Observation {
    }
}
