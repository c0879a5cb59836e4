package sh.inference.console.sandbox.wire;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.sandbox.fleet.Refusal;

/** The order of a list: by the members asked for, else the newest first; ties by id, so that pages never overlap. */
record Order(List<Key> by) {
    private static final Key NEWEST = new Key("created_at", true);

    record Key(String field, boolean descending) {
    }

    static Order read(List<JsonNode> sort) {
        List<Key> keys = new ArrayList<>();
        sort.forEach(entry -> {
            String field = Typed.text(entry, "field");
            String asked = Typed.text(entry, "dir");
            String dir = asked.isEmpty() ? "asc" : asked;
            if (field.isEmpty() || !dir.equals("asc") && !dir.equals("desc")) {
                throw new Refusal("invalid_request", "sort wants a list of field and dir, asc or desc");
            }
            keys.add(new Key(field, dir.equals("desc")));
        });
        if (keys.isEmpty()) {
            keys.add(NEWEST);
        }
        keys.add(new Key("id", keys.getLast().descending));
        return new Order(keys);
    }

    /** Whether it is the order of a list that nobody asked another one of. */
    boolean isNewestFirst() {
        return by.size() == 2 && by.getFirst().equals(NEWEST);
    }

    /** What a row is ordered by, in the order's own sequence. */
    <T> List<Comparable<?>> keys(T row, Table<T> table) {
        List<Comparable<?>> keys = new ArrayList<>(by.size());
        for (Key key : by) {
            keys.add(switch (key.field) {
                case "id" -> table.id().apply(row);
                case "created_at" -> table.createdAt().apply(row).truncatedTo(ChronoUnit.MICROS);
                default -> Values.of(table.value(row, key.field));
            });
        }
        return keys;
    }

    int compare(List<Comparable<?>> a, List<Comparable<?>> b) {
        for (int i = 0; i < Math.min(by.size(), Math.min(a.size(), b.size())); i++) {
            int difference = Values.compare(a.get(i), b.get(i));
            if (difference != 0) {
                return by.get(i).descending ? -difference : difference;
            }
        }
        return 0;
    }
}
