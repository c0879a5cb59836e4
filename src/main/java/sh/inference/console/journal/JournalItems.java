package sh.inference.console.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.journal.JournalItem.Ending;

/** Puts together the lines of a journal that belong together. */
public final class JournalItems {
    /** The states in which a verb on several engines has come to its end as a whole. */
    private static final Map<String, Ending> RUN_ENDINGS = Map.of("ENDED", Ending.DONE, "GIVEN_UP", Ending.CANCELLED);
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Draft> operations = new HashMap<>();
    /** Who asked last for a version to become current, by app and version. */
    private final Map<String, Draft> movers = new HashMap<>();
    private final Map<String, Draft> sightings = new HashMap<>();

    private JournalItems() {
    }

    /** An item that still grows. */
    private static final class Draft {
        private final List<JournalEntry> lines = new ArrayList<>();
        private Ending ending;
        private Optional<JournalEntry> former = Optional.empty();
        private JournalEntry lastSeen;

        Draft(JournalEntry first, Ending ending) {
            lines.add(first);
            this.ending = ending;
            this.lastSeen = first;
        }
    }

    /** @return newest first, by when each began */
    public static List<JournalItem> of(List<JournalEntry> entries) {
        JournalItems items = new JournalItems();
        entries.forEach(items::add);
        return items.drafts.reversed().stream().map(draft -> new JournalItem(draft.lines, draft.ending, draft.former)).toList();
    }

    private void add(JournalEntry entry) {
        if (entry.kind() == JournalEntry.Kind.SIGHTING) {
            see(entry);
            return;
        }
        if (entry.kind() == JournalEntry.Kind.NOTE) {
            begin(entry, Ending.NOTED);
            return;
        }
        Draft known = operations.get(entry.operation());
        if (known == null) {
            known = begin(entry, Ending.OPEN);
            operations.put(entry.operation(), known);
        } else {
            known.lines.add(entry);
        }
        if (entry.kind() == JournalEntry.Kind.OUTCOME) {
            known.ending = ending(entry.state());
        } else if (entry.kind() == JournalEntry.Kind.RUN && entry.target().isEmpty()) {
            known.ending = RUN_ENDINGS.getOrDefault(entry.state(), known.ending);
        }
        Draft asked = known;
        entry.call().flatMap(CurrentCauses::version).ifPresent(version -> movers.put(entry.target() + " " + version, asked));
    }

    private void see(JournalEntry entry) {
        String app = CurrentCauses.place(entry.host()) + " " + entry.target();
        Draft before = sightings.get(app);
        if (before != null && before.lastSeen.state().equals(entry.state())) {
            before.lines.add(entry);
            before.lastSeen = entry;
            return;
        }
        Draft now = before == null ? begin(entry, Ending.SEEN) : mover(entry).orElseGet(() -> {
            Draft moved = begin(entry, Ending.MOVED);
            moved.former = Optional.of(before.lastSeen);
            return moved;
        });
        now.lastSeen = entry;
        sightings.put(app, now);
    }

    /** The operation of this console that made a version current; the sight of it is one of its lines. */
    private Optional<Draft> mover(JournalEntry seen) {
        Optional<Draft> mover = Optional.ofNullable(movers.get(seen.target() + " " + seen.state()))
                .filter(draft -> draft.ending != Ending.FAILED && draft.ending != Ending.CANCELLED && CurrentCauses.isSoonAfter(draft.lines.getFirst().at(), seen.at()));
        mover.ifPresent(draft -> draft.lines.add(seen));
        return mover;
    }

    private Draft begin(JournalEntry entry, Ending ending) {
        Draft draft = new Draft(entry, ending);
        drafts.add(draft);
        return draft;
    }

    private static Ending ending(String state) {
        try {
            return Ending.valueOf(state);
        } catch (IllegalArgumentException notKnown) {
            return Ending.OPEN;
        }
    }
}
