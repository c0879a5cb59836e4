package sh.inference.console.export;

import java.time.Instant;
import java.util.List;

import sh.inference.console.profile.ConnectionProfile;

/**
 * The rows and columns that were visible.
 *
 * @param name   what the rows are, as in {@code engines}
 * @param filter what they were filtered by, in words; empty when nothing was
 * @param asOf   when what they show was last heard
 * @param rows   each as long as the columns; an unknown value is empty
 */
public record SeenTable(String name, ConnectionProfile profile, String filter, Instant asOf, List<String> columns, List<List<String>> rows) {
    public SeenTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
