package sh.inference.console.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a table as CSV or JSON; the sandbox's carries its word. The key is nowhere near. Blocks. */
public final class TableExport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /** What a spreadsheet would take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private TableExport() {
    }

    /** As JSON where the name of the file ends so, else as CSV. */
    public static void write(SeenTable table, Path file) throws IOException {
        Files.writeString(file, file.toString().endsWith(".json") ? json(table) : csv(table), StandardCharsets.UTF_8);
    }

    /** Lines that begin with {@code #} say where the rows come from; then a line of heads, then the rows. */
    public static String csv(SeenTable table) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + table.name());
        lines.add("# profile: " + table.profile().name() + " (" + table.profile().kind() + "), " + table.profile().host());
        lines.add("# filter: " + (table.filter().isEmpty() ? "none" : table.filter().replaceAll("\\R", " ")));
        lines.add("# as of: " + table.asOf());
        lines.add(line(table.columns()));
        table.rows().forEach(row -> lines.add(line(row)));
        return String.join("\r\n", lines) + "\r\n";
    }

    public static String json(SeenTable table) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("table", table.name()).put("profile", table.profile().name()).put("kind", table.profile().kind().name()).put("host", table.profile().host())
                .put("filter", table.filter()).put("as_of", table.asOf().toString());
        ArrayNode rows = json.putArray("rows");
        for (List<String> row : table.rows()) {
            ObjectNode line = rows.addObject();
            for (int i = 0; i < table.columns().size(); i++) {
                if (row.get(i).isEmpty()) {
                    line.putNull(table.columns().get(i));
                } else {
                    line.put(table.columns().get(i), row.get(i));
                }
            }
        }
        return JSON.writeValueAsString(json) + "\n";
    }

    static String line(List<String> cells) {
        return cells.stream().map(TableExport::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[0-9.,]+");
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
