package sh.inference.console.ui.engines;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.profile.SavedView;
import sh.inference.console.ui.common.EngineWords;

/** By what the rows of the grid are sorted and grouped. Confined to the FX thread. */
final class GridArrangement {
    private final EngineRows rows;
    private final Facets facets;
    private final EngineWords words;
    private final RowKeys keys;
    private final Consumer<RowOrder> sort;
    private final ReadOnlyObjectWrapper<List<SavedView.Level>> order = new ReadOnlyObjectWrapper<>(List.of(new SavedView.Level("name", false)));
    private final ReadOnlyObjectWrapper<Optional<Facet>> group = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param sort sorts the rows once */
    GridArrangement(EngineRows rows, Facets facets, EngineWords words, Consumer<RowOrder> sort) {
        this.rows = rows;
        this.facets = facets;
        this.words = words;
        this.keys = new RowKeys(words);
        this.sort = sort;
    }

    /** The columns that rows were last sorted by. */
    ReadOnlyObjectProperty<List<SavedView.Level>> orderProperty() {
        return order.getReadOnlyProperty();
    }

    /** The facet that rows are grouped by, if any. */
    ReadOnlyObjectProperty<Optional<Facet>> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** Sorts once by columns, the first of them first. */
    void sortBy(List<SavedView.Level> columns) {
        order.set(List.copyOf(columns));
        sort.accept(new RowOrder(columns.stream().map(level -> new RowOrder.Level(keys.of(level.column()), level.descending())).toList()));
    }

    void groupBy(Optional<Facet> facet) {
        rows.groupBy(facet);
        group.set(facet);
    }

    /** The words of the group that the row at a place begins; empty in the midst of a group, and without groups. */
    String begun(int index) {
        if (group.get().isEmpty() || index < 0 || index >= rows.shown().size()) {
            return "";
        }
        String value = rows.groupOf(rows.shown().get(index).entry());
        boolean begins = index == 0 || !rows.groupOf(rows.shown().get(index - 1).entry()).equals(value);
        return begins ? words.messages().of("engines.group.some", facets.groupWord(group.get().get(), value), rows.inGroup(value)) : "";
    }
}
