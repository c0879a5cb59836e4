package sh.inference.console.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operator looks at, under a name: a filter, a grouping and an order.
 *
 * @param text   free text
 * @param values by the facet that they filter
 * @param group  the facet that rows are grouped by; empty for none
 * @param order  the columns that rows are sorted by
 */
public record SavedView(String name, String text, Map<String, List<String>> values, String group, List<Level> order) {
    /** A column and its direction. */
    public record Level(String column, boolean descending) {
    }

    public SavedView {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((facet, chosen) -> copy.put(facet, List.copyOf(chosen)));
        values = copy;
        order = List.copyOf(order);
    }
}
