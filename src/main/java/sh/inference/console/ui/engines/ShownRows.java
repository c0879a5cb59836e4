package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import javafx.collections.ObservableListBase;

/**
 * The rows that the table shows. A new arrangement is told as what it is: rows that went, rows that moved, rows that came.
 * A table that is told that everything was replaced empties and fills each of its cells anew, which costs more than the
 * sorting. Only {@link #show} changes it. Confined to the FX thread.
 */
final class ShownRows extends ObservableListBase<EngineRow> {
    /** From so many rows that come and go one replacement is less work than telling each. */
    private static final int MANY = 1_000;
    private List<EngineRow> rows = new ArrayList<>();

    /** Shows these rows in this order. */
    void show(List<EngineRow> target) {
        Map<EngineRow, Integer> places = places(target);
        List<EngineRow> staying = new ArrayList<>(target.size());
        for (EngineRow row : rows) {
            if (places.containsKey(row)) {
                staying.add(row);
            }
        }
        int turned = rows.size() + target.size() - 2 * staying.size();
        if (turned > MANY && !rows.isEmpty()) {
            replace(target);
            return;
        }
        if (staying.size() < rows.size()) {
            takeAway(places);
        }
        move(staying.size() == target.size() ? places : places(inOrder(staying, places)));
        if (staying.size() < target.size()) {
            putIn(target);
        }
    }

    private static Map<EngineRow, Integer> places(List<EngineRow> of) {
        Map<EngineRow, Integer> places = new IdentityHashMap<>(of.size());
        for (int i = 0; i < of.size(); i++) {
            places.put(of.get(i), i);
        }
        return places;
    }

    private static List<EngineRow> inOrder(List<EngineRow> staying, Map<EngineRow, Integer> places) {
        List<EngineRow> ordered = new ArrayList<>(staying);
        ordered.sort((one, other) -> Integer.compare(places.get(one), places.get(other)));
        return ordered;
    }

    private void replace(List<EngineRow> target) {
        beginChange();
        List<EngineRow> before = rows;
        rows = new ArrayList<>(target);
        nextReplace(0, rows.size(), before);
        endChange();
    }

    private void takeAway(Map<EngineRow, Integer> wanted) {
        beginChange();
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (!wanted.containsKey(rows.get(i))) {
                nextRemove(i, rows.remove(i));
            }
        }
        endChange();
    }

    private void move(Map<EngineRow, Integer> places) {
        int[] permutation = new int[rows.size()];
        EngineRow[] moved = new EngineRow[permutation.length];
        boolean same = true;
        for (int i = 0; i < permutation.length; i++) {
            permutation[i] = places.get(rows.get(i));
            moved[permutation[i]] = rows.get(i);
            same &= permutation[i] == i;
        }
        if (!same) {
            beginChange();
            rows = new ArrayList<>(List.of(moved));
            nextPermutation(0, permutation.length, permutation);
            endChange();
        }
    }

    /** What is shown stands in the order of {@code target}, with gaps. */
    private void putIn(List<EngineRow> target) {
        beginChange();
        List<EngineRow> before = rows;
        rows = new ArrayList<>(target);
        int known = 0;
        int from = 0;
        while (from < rows.size()) {
            if (known < before.size() && rows.get(from) == before.get(known)) {
                known++;
                from++;
            } else {
                int to = from + 1;
                while (to < rows.size() && (known >= before.size() || rows.get(to) != before.get(known))) {
                    to++;
                }
                nextAdd(from, to);
                from = to;
            }
        }
        endChange();
    }

    @Override
    public EngineRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
