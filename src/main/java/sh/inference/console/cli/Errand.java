package sh.inference.console.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done without a window.
 *
 * @param noun    {@code engines} or {@code apps}
 * @param verb    what is to be done, such as {@code drain}
 * @param objects ids, short ids or names
 * @param json    whether the answer is one document for machines
 * @param dryRun  show the plan and send nothing
 * @param yes     send it; without this nothing is written
 * @param unlock  open the lock of a profile that starts locked, for this errand
 * @param reason  kept in the journal
 * @param hours   for an extension, as typed
 * @param timeout how long the end is waited for, instead of the verb's own time
 */
public record Errand(String noun, String verb, List<String> objects, boolean json, boolean dryRun, boolean yes, boolean unlock, String reason,
                     Optional<String> hours, Optional<Duration> timeout) {
    /** How an errand ends, as the status of the process. */
    public enum Ending {
        DONE(0), FAILED(1), USAGE(2), BLOCKED(4), UNCERTAIN(5);

        private final int status;

        Ending(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        /** The graver of the two. */
        public Ending and(Ending other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}
