package sh.inference.console.ui.engines;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which engines are chosen, by id, and which of them leads: the one the keys move from and the details show. Neither an
 * update, an order nor a filter changes it; an engine leaves it only when it is gone. Kept apart from the table, whose
 * own selection of many rows takes seconds at ten thousand. Confined to the FX thread.
 */
final class GridSelection {
    private final ReadOnlyObjectWrapper<Set<String>> ids = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Optional<String>> lead = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String anchor = "";

    /** The chosen ids in the order they were chosen; a new set at every change. */
    ReadOnlyObjectProperty<Set<String>> idsProperty() {
        return ids.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<String>> leadProperty() {
        return lead.getReadOnlyProperty();
    }

    boolean contains(String id) {
        return ids.get().contains(id);
    }

    int size() {
        return ids.get().size();
    }

    /** Chooses one alone; null chooses none. */
    void only(String id) {
        anchor = id == null ? "" : id;
        set(id == null ? Set.of() : Set.of(id), Optional.ofNullable(id));
    }

    /** Adds one to the others or takes it away again. */
    void toggle(String id) {
        Set<String> now = new LinkedHashSet<>(ids.get());
        if (!now.remove(id)) {
            now.add(id);
        }
        anchor = id;
        set(now, Optional.of(id));
    }

    /**
     * Chooses all from the anchor to one, both in the order given.
     *
     * @param add whether what was chosen before stays
     */
    void through(List<String> order, String id, boolean add) {
        int to = order.indexOf(id);
        int from = order.indexOf(anchor);
        if (from < 0) {
            from = to;
            anchor = id;
        }
        Set<String> now = add ? new LinkedHashSet<>(ids.get()) : new LinkedHashSet<>();
        now.addAll(order.subList(Math.min(from, to), Math.max(from, to) + 1));
        set(now, Optional.of(id));
    }

    /** Chooses these beside those that are chosen already. */
    void all(Collection<String> more) {
        Set<String> now = LinkedHashSet.newLinkedHashSet(ids.get().size() + more.size());
        now.addAll(ids.get());
        now.addAll(more);
        set(now, lead.get().or(() -> now.stream().findFirst()));
    }

    /** Moves the lead and leaves the choice alone. */
    void lead(String id) {
        anchor = id;
        lead.set(Optional.of(id));
    }

    /** An engine is gone. It may lead on: the details keep its last picture. */
    void forget(String id) {
        if (contains(id)) {
            Set<String> now = new LinkedHashSet<>(ids.get());
            now.remove(id);
            set(now, lead.get());
        }
    }

    private void set(Set<String> now, Optional<String> leader) {
        if (!now.equals(ids.get())) {
            ids.set(Collections.unmodifiableSet(now));
        }
        lead.set(leader);
    }
}
