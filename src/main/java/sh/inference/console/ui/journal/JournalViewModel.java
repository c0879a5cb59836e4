package sh.inference.console.ui.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalItem;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.journal.JournalTail;
import sh.inference.console.model.FileFault;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

/**
 * The journal, searched. It is read in the background when the page is opened and followed every second while it is looked
 * at; what is found is shown newest first. Confined to the FX thread.
 */
public final class JournalViewModel {
    private final Journal journal;
    private final JournalTail tail;
    private final TaskRunner tasks;
    private final Messages messages;
    private final Ticker ticker;
    private final Supplier<UnaryOperator<String>> names;
    private final JournalDeeds deeds;
    private final JournalFilter filter = new JournalFilter();
    private final ObservableList<JournalItem> rows = FXCollections.observableArrayList();
    private final ObservableList<JournalItem> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<JournalItem> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<JournalCard>> card = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper checked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final BooleanProperty active = new SimpleBooleanProperty();
    private JournalWords words;
    private JournalIndex index = JournalIndex.EMPTY;
    private final JournalExports exports;
    private boolean read;
    private boolean looking;
    private int searches;

    /**
     * @param secret the file of the secret that pseudonyms are made with
     * @param names gives the names of apps by id, as they are known at that moment; what it gives is asked on other threads
     */
    public JournalViewModel(Journal journal, TaskRunner tasks, Messages messages, Ticker ticker, Supplier<UnaryOperator<String>> names, JournalDeeds deeds,
                            Path secret) {
        this.journal = journal;
        this.tail = new JournalTail(journal);
        this.tasks = tasks;
        this.messages = messages;
        this.ticker = ticker;
        this.names = names;
        this.deeds = deeds;
        this.words = new JournalWords(messages, UnaryOperator.identity());
        this.exports = new JournalExports(() -> List.copyOf(rows), () -> words, filter, tasks, ticker, deeds, secret);
        placeholder.set(messages.of("journal.reading"));
        filter.onChange(this::search);
        selected.subscribe((before, now) -> {
            card.set(Optional.ofNullable(now).map(item -> JournalCard.of(item, words)));
            weigh();
        });
        active.subscribe((before, now) -> tick());
        ticker.nowProperty().subscribe((before, now) -> tick());
    }

    /** Writes what was found for others. */
    public JournalExports exports() {
        return exports;
    }

    public JournalFilter filter() {
        return filter;
    }

    public JournalWords words() {
        return words;
    }

    /** What was found, newest first. */
    public ObservableList<JournalItem> rows() {
        return rowsView;
    }

    public ObjectProperty<JournalItem> selectedProperty() {
        return selected;
    }

    /** All about what is selected. */
    public ReadOnlyObjectProperty<Optional<JournalCard>> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** What is wrong with the files, in words. */
    public ReadOnlyObjectProperty<List<String>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** Why the journal cannot be read, if so. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the journal cannot be written, and that therefore nothing is sent; empty while it can. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** How many were found, of how many. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** How many lines there are in which file, and what came of checking them. */
    public ReadOnlyStringProperty checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /** What stands in place of rows when there are none. */
    public ReadOnlyStringProperty placeholderProperty() {
        return placeholder.getReadOnlyProperty();
    }

    /** Whether the page is looked at. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** Reads everything from its beginning, and checks the chain again. */
    public void checkAgain() {
        look(true);
    }

    /** Only what was done to the same object. */
    public void onlyThisObject() {
        Optional.ofNullable(selected.get()).ifPresent(item -> filter.objectProperty().set(item.first().target()));
    }

    /** Why the selected move of a version cannot be taken back now; empty where it can, or where it is no move of a version. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Whether what is selected moved the current version of an app. */
    public boolean isMove() {
        return selected.get() != null && selected.get().isOperation() && List.of("PROMOTE", "ROLL_BACK").contains(selected.get().first().verb());
    }

    /** What the way back is called: after the version it leads to, where that is known. */
    public String backText() {
        return Optional.ofNullable(selected.get()).flatMap(deeds::versionBefore).map(version -> messages.of("journal.back.to", JournalWords.brief(version))).orElse(messages.of("journal.back"));
    }

    /** Opens the dialog that takes the selected move of a version back; it never writes by itself. */
    public void rollBack() {
        if (isMove() && obstacle.get().isEmpty()) {
            deeds.rollBack(selected.get());
        }
    }

    public boolean canShow() {
        return selected.get() != null && deeds.canShow(selected.get());
    }

    public void show() {
        if (canShow()) {
            deeds.show(selected.get());
        }
    }

    private void tick() {
        trouble.set(journal.trouble().map(messages::of).orElse(""));
        if (active.get()) {
            weigh();
            look(false);
        }
    }

    private void weigh() {
        obstacle.set(isMove() ? deeds.whyNotBack(selected.get()).map(messages::of).orElse("") : "");
    }

    private void look(boolean again) {
        if (looking) {
            return;
        }
        looking = true;
        JournalWords now = new JournalWords(messages, names.get());
        JournalIndex before = index;
        tasks.run(() -> {
            JournalReading reading = again ? tail.again() : tail.look();
            return !again && reading == before.reading() ? before : JournalIndex.of(reading, now);
        }, found -> {
            looking = false;
            problem.set(Optional.empty());
            if (found != index || !read || again) {
                take(found, now);
            }
        }, failed -> {
            looking = false;
            problem.set(Optional.of(Problem.of("journal.unread", journal.path().toString(), FileFault.why(failed))));
        });
    }

    private void take(JournalIndex found, JournalWords now) {
        read = true;
        index = found;
        words = now;
        List<Text> wrong = found.reading().findings();
        findings.set(wrong.stream().map(messages::of).toList());
        checked.set(messages.of(wrong.isEmpty() ? "journal.checked" : "journal.checked.wrong", found.reading().entries().size(), journal.path().getParent().toString(), ticker.now()));
        search();
    }

    private void search() {
        if (!read) {
            return;
        }
        int mine = ++searches;
        JournalIndex in = index;
        JournalQuery query = filter.query(ticker.now(), messages.formats());
        tasks.run(() -> in.find(query), found -> {
            if (mine == searches) {
                show(found);
            }
        }, failed -> problem.set(Optional.of(Problem.of("unforeseen"))));
    }

    private void show(List<JournalItem> found) {
        String chosen = selected.get() == null ? "" : selected.get().key();
        rows.setAll(found);
        selected.set(found.stream().filter(item -> item.key().equals(chosen)).findFirst().orElse(found.isEmpty() ? null : found.getFirst()));
        long all = index.items().size();
        count.set(messages.of(filter.onProperty().get() ? "journal.count.of" : "journal.count", found.size(), all));
        placeholder.set(messages.of(all == 0 ? "journal.empty" : filter.onProperty().get() ? "journal.nothing-found" : "journal.none-yet"));
    }
}
