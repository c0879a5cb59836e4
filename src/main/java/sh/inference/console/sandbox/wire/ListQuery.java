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
    private final JsonNode request;
    private final List<Condition> conditions = new ArrayList<>();
    private final int limit;
    private final int page;
    private final Cursor cursor;
    private final boolean backwards;

    public ListQuery(JsonNode request) {
        this.request = request;
        this.limit = Math.clamp(number("limit", DEFAULT_LIMIT) == 0 ? DEFAULT_LIMIT : number("limit", DEFAULT_LIMIT), 1, MOST);
        this.page = Math.max(1, number("page", 1));
        this.cursor = Cursor.read(text(request, "cursor"));
        String direction = text(request, "direction");
        if (!List.of("", "next", "prev", "forward", "backward").contains(direction)) {
            throw new Refusal("invalid_request", "direction must be next or prev");
        }
        this.backwards = direction.equals("prev") || direction.equals("backward");
        JsonNode filters = request.path("filters");
        if (!filters.isMissingNode() && !filters.isNull() && !filters.isArray()) {
            throw new Refusal("invalid_request", "filters must be a list");
        }
        filters.forEach(filter -> conditions.add(Condition.read(filter)));
    }

    /** Writes a page. Rows that already stand in the order asked for, which is mostly the newest first, cost least. */
    public <T> Content answer(Collection<T> rows, Table<T> table) {
        Order order = Order.read(request.path("sort"));
        List<Keyed<T>> all = new ArrayList<>(rows.size());
        for (T row : rows) {
            if (isWanted(row, table)) {
                all.add(new Keyed<>(order.keys(row, table), row));
            }
        }
        all.sort((a, b) -> order.compare(a.keys, b.keys));
        int from = start(all, order);
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
        JsonNode fields = request.path("fields");
        if (fields.isArray() && !fields.isEmpty()) {
            List<String> kept = new ArrayList<>(List.of("id", "short_id"));
            fields.forEach(field -> kept.add(field.asText()));
            ObjectNode item = (ObjectNode) Json.tree(whole -> table.render().accept(row, whole));
            out.add(item.retain(kept));
        } else {
            table.render().accept(row, out);
        }
    }

    private <T> int start(List<Keyed<T>> all, Order order) {
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
        JsonNode search = request.path("search");
        String term = search.isTextual() ? search.asText() : text(search, "term");
        if (!term.isEmpty()) {
            String text = table.text().apply(row).toLowerCase(Locale.ROOT);
            String wanted = term.toLowerCase(Locale.ROOT);
            boolean found = search.path("exact").asBoolean() ? List.of(text.split("\n")).contains(wanted) : text.contains(wanted);
            if (!found) {
                return false;
            }
        }
        return conditions.stream().allMatch(condition -> condition.holds(table.value(row, condition.field())));
    }

    private int number(String name, int otherwise) {
        JsonNode value = request.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 0) {
            throw new Refusal("invalid_request", name + " must be a whole number");
        }
        return value.asInt();
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
            throw new Refusal("invalid_request", name + " must be text");
        }
        return value.isTextual() ? value.asText() : "";
    }

    private record Keyed<T>(List<Comparable<?>> keys, T row) {
    }
}
