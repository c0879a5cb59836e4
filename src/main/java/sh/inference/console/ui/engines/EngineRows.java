package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javafx.collections.ObservableList;

import sh.inference.console.state.EngineEntry;
import sh.inference.console.ui.common.EngineWords;

/**
 * The rows of the grid in their order. Rows are re-sorted only when the operator sorts; until then new rows are put
 * where they belong and all others stay where they are. Confined to the FX thread.
 */
final class EngineRows {
    /** From so many new rows on all are sorted instead of each being put in its place. */
    private static final int BULK = 200;
    private final EngineWords words;
    private final Facets facets;
    private final Map<String, EngineRow> byId = new HashMap<>();
    private final List<EngineRow> ordered = new ArrayList<>();
    private final Set<EngineRow> added = new LinkedHashSet<>();
    private final Set<EngineRow> removed = new HashSet<>();
    private final ShownRows shown = new ShownRows();
    private final Map<String, Integer> groups = new HashMap<>();
    private RowOrder order = RowOrder.BY_NAME;
    private Optional<Facet> group = Optional.empty();
    private EngineFilter filter = EngineFilter.ALL;
    private TextSearch search;
    private boolean due;
    private boolean moved;
    private boolean arranging;

    EngineRows(EngineWords words, Facets facets) {
        this.words = words;
        this.facets = facets;
        this.search = new TextSearch(List.of(), words);
    }

    ObservableList<EngineRow> shown() {
        return shown;
    }

    Optional<EngineRow> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether an engine is known and the filter lets it through. */
    boolean isShown(String id) {
        EngineRow row = byId.get(id);
        return row != null && row.isMatching();
    }

    Iterable<EngineRow> all() {
        return byId.values();
    }

    int size() {
        return byId.size();
    }

    /** Whether the shown list is just being rearranged, so that what a table makes of its selection does not count. */
    boolean isArranging() {
        return arranging;
    }

    /** Takes over an entry. Where the row stands and whether it is shown is settled by {@link #arrange}. */
    EngineRow put(EngineEntry entry) {
        moved = true;
        EngineRow row = byId.get(entry.engine().id());
        if (row == null) {
            row = new EngineRow(entry);
            byId.put(row.id(), row);
            added.add(row);
            due = true;
        } else {
            row.set(entry);
        }
        match(row);
        return row;
    }

    void remove(String id) {
        EngineRow row = byId.remove(id);
        if (row != null) {
            row.setMatching(false);
            if (!added.remove(row)) {
                removed.add(row);
            }
            due = true;
        }
    }

    void setFilter(EngineFilter now) {
        filter = now;
        search = new TextSearch(now.needles(), words);
        byId.values().forEach(this::match);
        due = true;
        arrange();
    }

    /** Sorts once, now. A table asks several times for one click on its head. */
    void sort(RowOrder now) {
        if (moved || !now.equals(order)) {
            order = now;
            sort();
        }
    }

    /** Sorts again by the order that was asked for last. */
    void sort() {
        moved = false;
        settle();
        effective().sort(ordered);
        show();
    }

    /** Keeps rows together that have the same value of a facet, each group in the order that was asked for. */
    void groupBy(Optional<Facet> facet) {
        group = facet;
        sort();
    }

    /** The group a row belongs to; empty without groups. */
    String groupOf(EngineEntry entry) {
        return group.map(facet -> facets.group(facet, entry.engine())).orElse("");
    }

    /** How many of the rows that are shown were in a group when they were last arranged. */
    int inGroup(String value) {
        return groups.getOrDefault(value, 0);
    }

    private RowOrder effective() {
        return group.map(facet -> order.within(new RowOrder.Level(new RowKey.Words(this::groupOf, facets.groupOrder(facet)), false))).orElse(order);
    }

    /** Brings the shown list up to date, if anything moved. */
    void arrange() {
        if (due) {
            settle();
            show();
        }
    }

    private void match(EngineRow row) {
        due |= row.setMatching(filter.isAll() || filter.matches(row, facets, search));
    }

    private void settle() {
        due = false;
        if (!removed.isEmpty()) {
            ordered.removeAll(removed);
            removed.clear();
        }
        if (added.size() > BULK) {
            ordered.addAll(added);
            effective().sort(ordered);
        } else if (!added.isEmpty()) {
            RowOrder now = effective();
            for (EngineRow row : added) {
                ordered.add(now.place(ordered, row), row);
            }
        }
        added.clear();
    }

    private void show() {
        List<EngineRow> target = filter.isAll() ? ordered : ordered.stream().filter(EngineRow::isMatching).toList();
        groups.clear();
        if (group.isPresent()) {
            target.forEach(row -> groups.merge(groupOf(row.entry()), 1, Integer::sum));
        }
        arranging = true;
        try {
            shown.show(target);
        } finally {
            arranging = false;
        }
    }
}
