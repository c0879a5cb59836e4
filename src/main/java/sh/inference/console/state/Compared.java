package sh.inference.console.state;

import sh.inference.console.compare.Comparison;
import sh.inference.console.model.Problem;

/** How far the comparison of two versions is. */
public sealed interface Compared {
    /** Both versions are being read. */
    record Reading() implements Compared {
    }

    /** What differs. */
    record Done(Comparison comparison) implements Compared {
    }

    /** One of them could not be read. */
    record Failed(Problem problem) implements Compared {
    }
}
