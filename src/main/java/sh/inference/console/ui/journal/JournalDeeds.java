package sh.inference.console.ui.journal;

import java.nio.file.Path;
import java.util.Optional;

import sh.inference.console.journal.JournalItem;
import sh.inference.console.model.Text;

/** What can be done from the journal page outside of it. Called on the FX thread. */
public interface JournalDeeds {
    /** The id of the version that was current before a promotion or roll back; empty where it was not written down, or where the item is neither. */
    Optional<String> versionBefore(JournalItem item);

    /** Why what a promotion or roll back moved cannot be taken back from here; empty where it can. */
    Optional<Text> whyNotBack(JournalItem item);

    /** Opens the dialog that makes the version current again that was current before. */
    void rollBack(JournalItem item);

    /** Whether what was acted on can be shown. */
    boolean canShow(JournalItem item);

    void show(JournalItem item);

    /** The profile of this window with the word of its kind, and its host. */
    String where();

    /** Asks where a file is to be written; empty where the operator chose none. */
    Optional<Path> chooseFile(String suggestedName);

    /** Says what came of it. */
    void say(Text text);

    /** Says what must not be missed. */
    void warn(Text text);
}
