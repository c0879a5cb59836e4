package sh.inference.console.sandbox.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.wire.JsonWriter.Content;

/** A list request (contract 3.3) and how it is answered (contract 3.4). */
public final class ListQuery {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 100;
    private static final int MOST_CONDITIONS = 50;
    private static final int MOST_FIELDS = 100;
    private final Order order;
    private final List<Condition> conditions;
    private final List<String> fields;
    private final String term;
    private final boolean exact;
    private final int limit;
    private final int page;
    private final Cursor cursor;
    private final boolean backwards;

    /** @throws Refusal when a member has another type than it must have */
    public ListQuery(JsonNode request) {
        int asked = Typed.count(request, "limit", DEFAULT_LIMIT);
        this.limit = Math.clamp(asked == 0 ? DEFAULT_LIMIT : asked, 1, MOST);
        this.page = Math.max(1, Typed.count(request, "page", 1));
        this.cursor = Cursor.read(Typed.text(request, "cursor"));
        String direction = Typed.text(request, "direction");
        if (!List.of("", "next", "prev", "forward", "backward").contains(direction)) {
            throw new Refusal("invalid_request", "direction must be next or prev");
        }
        this.backwards = direction.equals("prev") || direction.equals("backward");
        this.conditions = Typed.objects(request, "filters", MOST_CONDITIONS).stream().map(Condition::read).toList();
        this.order = Order.read(Typed.objects(request, "sort", MOST_CONDITIONS));
        this.fields = Typed.texts(request, "fields", MOST_FIELDS);
        JsonNode search = request.path("search");
        if (!Values.isNothing(search) && !search.isObject() && !search.isTextual()) {
            throw new Refusal("invalid_request", "search must be an object of term and exact");
        }
        this.term = (search.isTextual() ? search.textValue() : Typed.text(search, "term")).toLowerCase(Locale.ROOT);
        this.exact = Typed.flag(search, "exact");
        Typed.texts(request, "preloads", MOST_FIELDS);
        Typed.texts(request, "permissions", MOST_FIELDS);
        Typed.flag(request, "include_others");
        Typed.flag(request, "include_private");
    }

    /** Writes a page. */
    public <T> Content answer(Collection<T> rows, Table<T> table) {
        return page(sorted(wanted(rows, table), table), table);
    }

    /** Writes a page of rows that stand newest first: where that is the order asked for, a page of ten thousand costs no more than one of a hundred. */
    public <T> Content answerNewestFirst(Collection<T> rows, Table<T> table) {
        List<T> wanted = wanted(rows, table);
        return page(order.isNewestFirst() ? wanted : sorted(wanted, table), table);
    }

    private <T> Content page(List<T> all, Table<T> table) {
        int from = start(all, table);
        int to = Math.min(all.size(), from + limit);
        return out -> {
            out.object().array("items");
            all.subList(from, to).forEach(row -> write(row, table, out));
            out.endArray().put("next_cursor", to < all.size() ? Cursor.of(order.keys(all.get(to - 1), table)).text() : null)
                    .put("prev_cursor", from > 0 && from < all.size() ? Cursor.of(order.keys(all.get(from), table)).text() : "")
                    .put("has_next", to < all.size()).put("has_previous", from > 0).put("items_per_page", limit).put("total_items", all.size()).endObject();
        };
    }

    private <T> List<T> wanted(Collection<T> rows, Table<T> table) {
        return term.isEmpty() && conditions.isEmpty() ? List.copyOf(rows) : rows.stream().filter(row -> isWanted(row, table)).toList();
    }

    private <T> List<T> sorted(List<T> rows, Table<T> table) {
        return rows.stream().map(row -> new Keyed<>(order.keys(row, table), row)).sorted((a, b) -> order.compare(a.keys, b.keys)).map(Keyed::row).toList();
    }

    private <T> void write(T row, Table<T> table, JsonWriter out) {
        if (!fields.isEmpty()) {
            List<String> kept = new ArrayList<>(List.of("id", "short_id"));
            kept.addAll(fields);
            ObjectNode item = (ObjectNode) Json.tree(whole -> table.render().accept(row, whole));
            out.add(item.retain(kept));
        } else {
            table.render().accept(row, out);
        }
    }

    private <T> int start(List<T> all, Table<T> table) {
        if (cursor == null) {
            return (int) Math.min(all.size(), (long) (page - 1) * limit);
        }
        int after = firstAfterCursor(all, table);
        if (!backwards) {
            return after;
        }
        int at = after > 0 && order.compare(order.keys(all.get(after - 1), table), cursor.keys()) == 0 ? after - 1 : after;
        return Math.max(0, at - limit);
    }

    private <T> int firstAfterCursor(List<T> all, Table<T> table) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(order.keys(all.get(middle), table), cursor.keys()) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private <T> boolean isWanted(T row, Table<T> table) {
        if (!term.isEmpty()) {
            String text = table.text().apply(row).toLowerCase(Locale.ROOT);
            if (exact ? !List.of(text.split("\n")).contains(term) : !text.contains(term)) {
                return false;
            }
        }
        return conditions.stream().allMatch(condition -> condition.holds(table.value(row, condition.field())));
    }

    private record Keyed<T>(List<Comparable<?>> keys, T row) {
    }
}
