package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        rows.forEach(row -> row.setPlace(EngineRow.NOWHERE));
        for (int i = 0; i < target.size(); i++) {
            target.get(i).setPlace(i);
        }
        int staying = 0;
        for (EngineRow row : rows) {
            staying += row.place() == EngineRow.NOWHERE ? 0 : 1;
        }
        if (rows.size() + target.size() - 2 * staying > MANY && !rows.isEmpty()) {
            replace(target);
            return;
        }
        if (staying < rows.size()) {
            takeAway();
        }
        move(target);
        if (staying < target.size()) {
            putIn(target);
        }
    }

    private void replace(List<EngineRow> target) {
        beginChange();
        List<EngineRow> before = rows;
        rows = new ArrayList<>(target);
        nextReplace(0, rows.size(), before);
        endChange();
    }

    private void takeAway() {
        beginChange();
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).place() == EngineRow.NOWHERE) {
                nextRemove(i, rows.remove(i));
            }
        }
        endChange();
    }

    /** Puts the rows that stay into the order of {@code target}, which may have others between them. */
    private void move(List<EngineRow> target) {
        if (isInOrder()) {
            return;
        }
        int[] rank = new int[target.size()];
        rows.forEach(row -> rank[row.place()] = 1);
        int known = 0;
        for (int i = 0; i < rank.length; i++) {
            int here = rank[i];
            rank[i] = known;
            known += here;
        }
        int[] permutation = new int[rows.size()];
        EngineRow[] moved = new EngineRow[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            permutation[i] = rank[rows.get(i).place()];
            moved[permutation[i]] = rows.get(i);
        }
        beginChange();
        rows = new ArrayList<>(Arrays.asList(moved));
        nextPermutation(0, permutation.length, permutation);
        endChange();
    }

    private boolean isInOrder() {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i - 1).place() > rows.get(i).place()) {
                return false;
            }
        }
        return true;
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
