package sh.inference.console.sandbox.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.Refusal;

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

    public <T> ObjectNode answer(Collection<T> rows, Table<T> table) {
        List<Keyed<T>> all = new ArrayList<>(rows.size());
        Order order = Order.read(request.path("sort"));
        for (T row : rows) {
            if (isWanted(row, table)) {
                all.add(new Keyed<>(order.keys(row, table), row));
            }
        }
        Comparator<Keyed<T>> comparator = (a, b) -> order.compare(a.keys, b.keys);
        all.sort(comparator);
        int from = start(all, order);
        int to = Math.min(all.size(), from + limit);
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray("items");
        for (Keyed<T> row : all.subList(from, to)) {
            items.add(trimmed(table.render().apply(row.row)));
        }
        boolean hasNext = to < all.size();
        answer.put("next_cursor", hasNext ? Cursor.of(all.get(to - 1).keys).text() : null);
        answer.put("prev_cursor", from > 0 && from < all.size() ? Cursor.of(all.get(from).keys).text() : "");
        answer.put("has_next", hasNext);
        answer.put("has_previous", from > 0);
        answer.put("items_per_page", limit);
        answer.put("total_items", all.size());
        return answer;
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

    private ObjectNode trimmed(ObjectNode item) {
        JsonNode fields = request.path("fields");
        if (fields.isArray() && !fields.isEmpty()) {
            List<String> kept = new ArrayList<>(List.of("id", "short_id"));
            fields.forEach(field -> kept.add(field.asText()));
            item.retain(kept);
        }
        return item;
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

    private record Keyed<T>(List<JsonNode> keys, T row) {
    }
}
