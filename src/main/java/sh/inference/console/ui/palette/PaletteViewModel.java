package sh.inference.console.ui.palette;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.text.Messages;

/** What the palette finds for what is typed. It remembers what was chosen last. Confined to the FX thread. */
public final class PaletteViewModel {
    /** How many lines one section shows. */
    private static final int MOST = 8;
    private static final int REMEMBERED = 6;
    private final List<PaletteSource> sources;
    private final Messages words;
    private final Set<String> filler;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final Deque<String> recent = new ArrayDeque<>();

    public PaletteViewModel(List<PaletteSource> sources, Messages words) {
        this.sources = List.copyOf(sources);
        this.words = words;
        this.filler = Set.copyOf(List.of(words.of("palette.filler").split(" ")));
        typed.subscribe((before, now) -> refresh());
    }

    /** To be called whenever the palette appears. */
    public void open(String begin) {
        sources.forEach(PaletteSource::opened);
        typed.set(begin);
        refresh();
    }

    public StringProperty typedProperty() {
        return typed;
    }

    public PaletteQuery query() {
        return PaletteQuery.of(typed.get(), filler);
    }

    /** In the order of their sections. */
    public ObservableList<PaletteEntry> entries() {
        return entries;
    }

    /** How many lines there are, in words. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public Messages words() {
        return words;
    }

    /** Remembers that an entry was chosen; the caller runs it once the palette is gone. */
    public void chosen(PaletteEntry entry) {
        recent.remove(entry.words());
        recent.addFirst(entry.words());
        if (recent.size() > REMEMBERED) {
            recent.removeLast();
        }
    }

    private void refresh() {
        PaletteQuery query = query();
        int most = query.isEmpty() ? Integer.MAX_VALUE : MOST;
        List<PaletteEntry> found = new ArrayList<>();
        sources.forEach(source -> found.addAll(source.find(query, most)));
        // Within a section what was chosen lately comes first, and what is not possible last; the sort keeps the rest as found.
        found.sort(Comparator.comparing(PaletteEntry::section).thenComparing(entry -> !entry.enabled()).thenComparing(this::lately));
        entries.setAll(found);
        count.set(words.of("palette.count", found.size()));
    }

    private int lately(PaletteEntry entry) {
        int at = 0;
        for (String one : recent) {
            if (one.equals(entry.words())) {
                return at;
            }
            at++;
        }
        return REMEMBERED;
    }

    /** The first line that can be chosen. */
    public Optional<PaletteEntry> first() {
        return entries.stream().filter(PaletteEntry::enabled).findFirst().or(() -> entries.stream().findFirst());
    }
}
