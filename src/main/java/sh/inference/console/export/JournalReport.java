package sh.inference.console.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalItem;
import sh.inference.console.model.Text;

/**
 * What was found in the journal, to be handed to others.
 *
 * @param items      newest first
 * @param where      the profile and host of the window it was written in, with the word of its kind
 * @param filter     what was looked for, in words; empty where everything was
 * @param pseudonyms stand for names where they are given
 */
public record JournalReport(List<JournalItem> items, String where, String filter, Instant asOf, Wording wording, Optional<Pseudonyms> pseudonyms) {
    /** The forms it can have. */
    public enum Form {
        CSV("csv"), JSON("json"), JSON_LINES("jsonl"), MARKDOWN("md");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /** Of a file's name, without the dot. */
        public String ending() {
            return ending;
        }
    }

    /** How the journal reads to people. */
    public interface Wording {
        String of(Text text);

        String object(JournalEntry entry);

        String action(JournalItem item);

        String ending(JournalItem item);

        String remark(JournalItem item);

        /** The heads of seven columns: when, action, object, outcome, by whom, profile, reason. */
        List<String> heads();
    }

    public JournalReport {
        items = List.copyOf(items);
    }
}
