package sh.inference.console.ui.journal;

import java.time.Instant;
import java.util.Optional;

import sh.inference.console.journal.JournalItem.Ending;

/**
 * What is looked for in the journal.
 *
 * @param text   words that must all occur; empty for anything
 * @param object a part of the name or id of what was acted on; empty for anything
 * @param verb   the name of a verb; empty for any
 * @param ending empty for any but {@link Ending#SEEN}, which says nothing happened
 * @param from   the first moment
 * @param to     the first moment after
 */
public record JournalQuery(String text, String object, String verb, Optional<Ending> ending, Optional<Instant> from, Optional<Instant> to) {
    public static final JournalQuery ALL = new JournalQuery("", "", "", Optional.empty(), Optional.empty(), Optional.empty());
}
