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

    /** Writes a page. Rows that already stand in the order asked for, which is mostly the newest first, cost least. */
    public <T> Content answer(Collection<T> rows, Table<T> table) {
        List<Keyed<T>> all = new ArrayList<>(rows.size());
        for (T row : rows) {
            if (isWanted(row, table)) {
                all.add(new Keyed<>(order.keys(row, table), row));
            }
        }
        all.sort((a, b) -> order.compare(a.keys, b.keys));
        int from = start(all);
        int to = Math.min(all.size(), from + limit);
        return out -> {
            out.object().array("items");
            all.subList(from, to).forEach(item -> write(item.row, table, out));
            out.endArray().put("next_cursor", to < all.size() ? Cursor.of(all.get(to - 1).keys).text() : null)
                    .put("prev_cursor", from > 0 && from < all.size() ? Cursor.of(all.get(from).keys).text() : "")
                    .put("has_next", to < all.size()).put("has_previous", from > 0).put("items_per_page", limit).put("total_items", all.size()).endObject();
        };
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

    private <T> int start(List<Keyed<T>> all) {
        if (cursor == null) {
            return (int) Math.min(all.size(), (long) (page - 1) * limit);
        }
        int after = 0;
        while (after < all.size() && order.compare(all.get(after).keys, cursor.keys()) <= 0) {
            after++;
        }
        if (!backwards) {
            return after;
        }
        int at = after > 0 && order.compare(all.get(after - 1).keys, cursor.keys()) == 0 ? after - 1 : after;
        return Math.max(0, at - limit);
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
