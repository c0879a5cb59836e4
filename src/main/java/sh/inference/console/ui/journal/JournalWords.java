package sh.inference.console.ui.journal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import sh.inference.console.export.JournalReport;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalItem;
import sh.inference.console.journal.JournalItem.Ending;
import sh.inference.console.model.Text;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Status;

/** How the journal reads. Any thread, as far as the names of apps may be asked for there. */
public final class JournalWords implements JournalReport.Wording {
    private static final int SHORT = 8;
    private static final int SHOWN = 4;
    private final Messages words;
    private final UnaryOperator<String> appNames;

    /** @param appNames names of apps by id, for lines that were written before the name was known */
    public JournalWords(Messages words, UnaryOperator<String> appNames) {
        this.words = words;
        this.appNames = appNames;
    }

    public Messages messages() {
        return words;
    }

    /** The name of what was acted on; its id where there is no name. */
    @Override
    public String object(JournalEntry entry) {
        if (entry.kind() == JournalEntry.Kind.RUN && entry.target().isEmpty()) {
            return words.of("journal.several", entry.plan().stream().filter(line -> line.key().equals("journal.run.member")).count());
        }
        return !entry.name().isEmpty() ? entry.name() : entry.kind() == JournalEntry.Kind.SIGHTING ? appNames.apply(entry.target()) : entry.target();
    }

    /** What was done, in a word or two. */
    @Override
    public String action(JournalItem item) {
        return item.isOperation() ? words.of("verb." + verbKey(item.first().verb())) : words.of(item.ending() == Ending.MOVED ? "journal.moved" : "journal.first-seen");
    }

    @Override
    public String ending(JournalItem item) {
        return words.of(status(item.ending()).word());
    }

    /** What was done to what, as a title. */
    public String title(JournalItem item) {
        JournalEntry first = item.first();
        if (!item.isOperation()) {
            return words.of(item.ending() == Ending.MOVED ? "journal.moved.title" : "journal.first-seen.title", object(first));
        }
        if (item.isRun() && !first.plan().isEmpty()) {
            return words.of(first.plan().getFirst());
        }
        return words.has("verb." + verbKey(first.verb()) + ".title") ? words.of("verb." + verbKey(first.verb()) + ".title", object(first)) : object(first);
    }

    /** The reason that was given, or what there is to say of a sight. */
    @Override
    public String remark(JournalItem item) {
        JournalEntry first = item.first();
        if (item.isOperation()) {
            return first.reason();
        }
        Optional<JournalEntry> former = item.former();
        return former.isEmpty() ? words.of("journal.first-seen.remark", brief(first.state())) : words.of("journal.moved.remark", brief(former.get().state()), brief(first.state()));
    }

    public Status status(Ending ending) {
        Text word = Text.of("journal.ending." + ending.name().toLowerCase(Locale.ROOT));
        return switch (ending) {
            case DONE -> new Status(Icons.DONE, "ok", Status.Level.CALM, word);
            case FAILED -> new Status(Icons.FAILED, "danger", Status.Level.WRONG, word);
            case TIMED_OUT -> new Status(Icons.STUCK, "warn", Status.Level.WRONG, word);
            case OPEN -> new Status(Icons.DRAINING, "info", Status.Level.CHANGING, word);
            case SUPERSEDED, CANCELLED -> new Status(Icons.BLOCKED, "muted", Status.Level.CALM, word);
            case MOVED -> new Status(Icons.WARNING, "warn", Status.Level.CALM, word);
            case NOTED -> new Status(Icons.RENAME, "muted", Status.Level.CALM, word);
            case SEEN -> new Status(Icons.VERSION_FIRST_SEEN, "muted", Status.Level.CALM, word);
        };
    }

    /** An entry as one sentence. */
    public String sentence(JournalItem item) {
        return words.of("journal.row", words.formats().dateTime(item.at()), title(item), ending(item), item.first().actor(), item.first().profile(), remark(item));
    }

    @Override
    public String of(Text text) {
        return words.of(text);
    }

    @Override
    public List<String> heads() {
        return List.of("at", "action", "object", "outcome", "actor", "profile", "reason").stream().map(head -> words.of("journal.head." + head)).toList();
    }

    /** The first of several findings, and how many more there are. */
    static String first(List<String> findings, Messages words) {
        String shown = String.join("\n", findings.subList(0, Math.min(SHOWN, findings.size())));
        return findings.size() > SHOWN ? shown + "\n" + words.of("journal.findings.more", findings.size() - SHOWN) : shown;
    }

    static String brief(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    private static String verbKey(String verb) {
        return verb.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
