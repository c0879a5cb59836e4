package sh.inference.console.state;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.model.Text;

/**
 * What the console has to say, newest first, to be read again at any time: warnings that last as long as their cause,
 * and things said once, such as the service's own messages. Bounded; what is over goes first. Confined to the FX thread.
 */
public final class Notices {
    private static final int KEPT = 200;
    private final Clock clock;
    private final ObservableList<Notice> all = FXCollections.observableArrayList();
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();

    public Notices(Clock clock) {
        this.clock = clock;
    }

    /** Newest first, observable, not to be modified. */
    public ObservableList<Notice> all() {
        return view;
    }

    /** How many the operator has not seen yet. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** The worst that was not seen yet. */
    public Optional<Notice.Level> worstUnread() {
        return all.stream().filter(notice -> !notice.read()).map(Notice::level).max(Comparator.naturalOrder());
    }

    /**
     * Says something that holds until {@link #end}. Raised again while it lives it takes the new words in its place, and
     * counts as unseen only when it has become worse.
     */
    public void raise(String cause, Notice.Level level, Text text) {
        Optional<Notice> living = living(cause);
        if (living.isEmpty()) {
            add(new Notice(cause, level, text, clock.instant(), 1, true, Optional.empty(), false));
        } else if (!living.get().text().equals(text) || living.get().level() != level) {
            Notice before = living.get();
            boolean seen = before.read() && level.compareTo(before.level()) <= 0;
            replace(before, old -> new Notice(cause, level, text, clock.instant(), old.times(), true, Optional.empty(), seen));
        }
    }

    /** The cause is over: its notice stays to be read, and says so. */
    public void end(String cause) {
        living(cause).ifPresent(notice -> replace(notice, old -> old.ended(clock.instant())));
    }

    /** Says something once. The same words of the same cause are counted instead of listed again. */
    public void tell(String cause, Notice.Level level, Text text) {
        Optional<Notice> before = all.stream().filter(notice -> !notice.lasting() && notice.cause().equals(cause) && notice.text().equals(text)).findFirst();
        before.ifPresent(all::remove);
        add(new Notice(cause, level, text, clock.instant(), before.map(Notice::times).orElse(0) + 1, false, Optional.empty(), before.map(Notice::read).orElse(false)));
    }

    /** The operator has seen all of it. */
    public void markRead() {
        all.replaceAll(notice -> notice.read() ? notice : notice.seen());
        count();
    }

    /** Takes away what was seen and does not hold any more. */
    public void clear() {
        all.removeIf(notice -> notice.read() && !notice.isLiving());
        count();
    }

    private Optional<Notice> living(String cause) {
        return all.stream().filter(notice -> notice.isLiving() && notice.cause().equals(cause)).findFirst();
    }

    private void add(Notice notice) {
        all.addFirst(notice);
        if (all.size() > KEPT) {
            List<Notice> over = all.stream().filter(old -> !old.isLiving()).toList();
            all.remove(over.isEmpty() ? all.getLast() : over.getLast());
        }
        count();
    }

    private void replace(Notice before, UnaryOperator<Notice> change) {
        all.set(all.indexOf(before), change.apply(before));
        count();
    }

    private void count() {
        unread.set((int) all.stream().filter(notice -> !notice.read()).count());
    }
}
