package sh.inference.console.ui.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import sh.inference.console.export.JournalExport;
import sh.inference.console.export.JournalReport;
import sh.inference.console.export.Pseudonyms;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.JournalItem;
import sh.inference.console.model.FileFault;
import sh.inference.console.model.Text;
import sh.inference.console.ui.common.Ticker;

/** Writes what was found in the journal to a file. Confined to the FX thread; the writing happens in the background. */
public final class JournalExports {
    private final Supplier<List<JournalItem>> found;
    private final Supplier<JournalWords> words;
    private final JournalFilter filter;
    private final TaskRunner tasks;
    private final Ticker ticker;
    private final JournalDeeds deeds;
    private final Path secret;
    private final BooleanProperty pseudonyms = new SimpleBooleanProperty();

    JournalExports(Supplier<List<JournalItem>> found, Supplier<JournalWords> words, JournalFilter filter, TaskRunner tasks, Ticker ticker, JournalDeeds deeds, Path secret) {
        this.found = found;
        this.words = words;
        this.filter = filter;
        this.tasks = tasks;
        this.ticker = ticker;
        this.deeds = deeds;
        this.secret = secret;
    }

    /** Whether pseudonyms stand for the names of people, profiles, hosts, engines and apps. */
    public BooleanProperty pseudonymsProperty() {
        return pseudonyms;
    }

    /** Asks where to, and writes all that was found. */
    public void save(JournalReport.Form form) {
        boolean hide = pseudonyms.get();
        List<JournalItem> items = found.get();
        JournalWords now = words.get();
        String looked = String.join(", ", looked(now));
        deeds.chooseFile("journal." + form.ending()).ifPresent(file -> tasks.run(() -> {
            Optional<Pseudonyms> names = hide ? Optional.of(Pseudonyms.of(secret)) : Optional.empty();
            new JournalExport(new JournalReport(items, deeds.where(), looked, ticker.exact(), now, names)).write(form, file);
            return items.size();
        }, count -> deeds.say(Text.of("export.saved", count, file.toString())),
                failed -> deeds.warn(Text.of("export.failed", file.toString(), FileFault.why(failed)))));
    }

    private List<String> looked(JournalWords now) {
        List<String> parts = new ArrayList<>(List.of(filter.textProperty().get(), filter.objectProperty().get(), filter.verbProperty().get().toLowerCase(Locale.ROOT)));
        filter.endingProperty().get().ifPresent(ending -> parts.add(now.messages().of(now.status(ending).word())));
        if (filter.periodProperty().get() == Period.DAYS) {
            parts.add(filter.fromDayProperty().get() + "/" + filter.toDayProperty().get());
        } else if (filter.periodProperty().get() != Period.ANY) {
            parts.add(now.messages().of("journal.period." + filter.periodProperty().get().name().toLowerCase(Locale.ROOT)));
        }
        return parts.stream().filter(part -> !part.isBlank()).toList();
    }
}
