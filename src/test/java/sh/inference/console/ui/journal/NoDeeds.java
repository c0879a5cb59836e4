package sh.inference.console.ui.journal;

import java.nio.file.Path;
import java.util.Optional;

import sh.inference.console.journal.JournalItem;
import sh.inference.console.model.Text;

/** For those who only look. */
public final class NoDeeds implements JournalDeeds {
    @Override
    public Optional<String> versionBefore(JournalItem item) {
        return Optional.empty();
    }

    @Override
    public Optional<Text> whyNotBack(JournalItem item) {
        return Optional.empty();
    }

    @Override
    public void rollBack(JournalItem item) {
    }

    @Override
    public boolean canShow(JournalItem item) {
        return false;
    }

    @Override
    public void show(JournalItem item) {
    }

    @Override
    public String where() {
        return "";
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return Optional.empty();
    }

    @Override
    public void say(Text text) {
    }

    @Override
    public void warn(Text text) {
    }
}
