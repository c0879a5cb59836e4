package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import sh.inference.console.state.EngineEntry;

/** An order of rows: by one key, by another where that is equal, and at last by name and id, so that it is total and stays put. */
record RowOrder(List<Level> levels) {
    /** By name, then id. */
    static final Comparator<EngineEntry> NAME = RowOrder::byName;
    static final RowOrder BY_NAME = new RowOrder(List.of());

    /** A key and its direction. */
    record Level(RowKey key, boolean descending) {
    }

    private record Keyed(EngineRow row, Object[] keys) {
    }

    RowOrder {
        levels = List.copyOf(levels);
    }

    /** This order within the order of another key. */
    RowOrder within(Level outer) {
        List<Level> all = new ArrayList<>(levels);
        all.addFirst(outer);
        return new RowOrder(all);
    }

    void sort(List<EngineRow> rows) {
        if (levels.size() <= 1) {
            // Each row has its one key at hand.
            rows.sort(this::compare);
            return;
        }
        Keyed[] keyed = new Keyed[rows.size()];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = keyed(rows.get(i));
        }
        Arrays.sort(keyed, this::compare);
        for (int i = 0; i < keyed.length; i++) {
            rows.set(i, keyed[i].row);
        }
    }

    /** Where a row belongs in a list that is in this order. */
    int place(List<EngineRow> rows, EngineRow row) {
        Keyed wanted = keyed(row);
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(keyed(rows.get(middle)), wanted) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int byName(EngineEntry one, EngineEntry other) {
        int names = String.CASE_INSENSITIVE_ORDER.compare(one.engine().name(), other.engine().name());
        return names != 0 ? names : one.engine().id().compareTo(other.engine().id());
    }

    /** Of a fleet with few kinds of anything, nearly every comparison ends here. */
    private static int byName(EngineRow one, EngineRow other) {
        int names = one.nameKey().compareTo(other.nameKey());
        return names != 0 ? names : one.id().compareTo(other.id());
    }

    private Keyed keyed(EngineRow row) {
        EngineEntry entry = row.entry();
        Object[] keys = new Object[levels.size()];
        for (int i = 0; i < keys.length; i++) {
            RowKey key = levels.get(i).key();
            keys[i] = i == 0 ? row.sortKey(key) : key.take(entry);
        }
        return new Keyed(row, keys);
    }

    private int compare(EngineRow one, EngineRow other) {
        for (Level level : levels) {
            int order = level.key().compare(one.sortKey(level.key()), other.sortKey(level.key()), level.descending());
            if (order != 0) {
                return order;
            }
        }
        return byName(one, other);
    }

    private int compare(Keyed one, Keyed other) {
        for (int i = 0; i < levels.size(); i++) {
            int order = levels.get(i).key().compare(one.keys[i], other.keys[i], levels.get(i).descending());
            if (order != 0) {
                return order;
            }
        }
        return byName(one.row, other.row);
    }
}
