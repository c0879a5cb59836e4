package sh.inference.console.ui.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.journal.JournalItem;
import sh.inference.console.model.Text;

/** Notes what the page asked for. */
final class NotedDeeds implements JournalDeeds {
    final List<String> noted = new ArrayList<>();
    Optional<Text> obstacle = Optional.empty();
    Optional<Path> file = Optional.empty();

    @Override
    public Optional<String> versionBefore(JournalItem item) {
        return item.key().equals("p") || item.key().equals("3") ? Optional.of("4m8w1zt5a") : Optional.empty();
    }

    @Override
    public Optional<Text> whyNotBack(JournalItem item) {
        return obstacle;
    }

    @Override
    public void rollBack(JournalItem item) {
        noted.add("back " + item.key());
    }

    @Override
    public boolean canShow(JournalItem item) {
        return true;
    }

    @Override
    public void show(JournalItem item) {
        noted.add("show " + item.first().target());
    }

    @Override
    public String where() {
        return "prod-eu (PRODUCTION), api.example.com";
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        noted.add(suggestedName);
        return file;
    }

    @Override
    public void say(Text text) {
        noted.add(text.key());
    }

    @Override
    public void warn(Text text) {
        noted.add("warned: " + text.key());
    }
}
