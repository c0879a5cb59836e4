package sh.inference.console.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalItem;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Text;

/**
 * Writes what was found in the journal: line by line as CSV, JSON or JSON lines, or as a table of operations in Markdown.
 * Blocks; one thread at a time.
 */
public final class JournalExport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final JournalReport report;

    public JournalExport(JournalReport report) {
        this.report = report;
        report.pseudonyms().ifPresent(names -> report.items().forEach(item -> item.lines().forEach(line -> learn(names, line))));
    }

    /** Writes a file in the place of the one before. */
    public void write(JournalReport.Form form, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            switch (form) {
                case CSV -> csv(out);
                case JSON -> json(out);
                case JSON_LINES -> jsonLines(out);
                case MARKDOWN -> markdown(out);
            }
        }
    }

    private void csv(BufferedWriter out) throws IOException {
        for (Map.Entry<String, String> said : origin().entrySet()) {
            out.write("# " + said.getKey() + ": " + said.getValue().replaceAll("\\R", " ") + "\r\n");
        }
        boolean first = true;
        for (JournalItem item : report.items()) {
            for (JournalEntry line : item.lines()) {
                Map<String, String> fields = fields(line);
                if (first) {
                    out.write(TableExport.line(List.copyOf(fields.keySet())) + "\r\n");
                    first = false;
                }
                out.write(TableExport.line(List.copyOf(fields.values())) + "\r\n");
            }
        }
    }

    private void json(BufferedWriter out) throws IOException {
        ObjectNode head = JSON.createObjectNode();
        origin().forEach(head::put);
        String begun = JSON.writeValueAsString(head);
        out.write(begun.substring(0, begun.length() - 1) + ",\"entries\":[");
        String between = "\n";
        for (JournalItem item : report.items()) {
            for (JournalEntry line : item.lines()) {
                out.write(between + JSON.writeValueAsString(node(line)));
                between = ",\n";
            }
        }
        out.write("\n]}\n");
    }

    private void jsonLines(BufferedWriter out) throws IOException {
        for (JournalItem item : report.items()) {
            for (JournalEntry line : item.lines()) {
                out.write(JSON.writeValueAsString(node(line)) + "\n");
            }
        }
    }

    private void markdown(BufferedWriter out) throws IOException {
        JournalReport.Wording words = report.wording();
        out.write("# " + origin().get("journal") + "\n\n");
        for (Map.Entry<String, String> said : origin().entrySet()) {
            if (!said.getKey().equals("journal")) {
                out.write("- " + said.getKey().replace('_', ' ') + ": " + escaped(said.getValue()) + "\n");
            }
        }
        out.write("\n| " + String.join(" | ", words.heads()) + " |\n|" + " --- |".repeat(words.heads().size()) + "\n");
        for (JournalItem item : report.items()) {
            JournalEntry line = item.first();
            out.write("| " + List.of(line.at().toString(), words.action(item), object(line), words.ending(item), named("person", line.actor()), named("profile", line.profile()),
                    hidden(words.remark(item))).stream().map(JournalExport::escaped).collect(Collectors.joining(" | ")) + " |\n");
        }
    }

    private Map<String, String> origin() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("journal", "Inference Console");
        said.put("written_in", hidden(report.where()));
        said.put("filter", report.filter().isEmpty() ? "none" : hidden(report.filter()));
        said.put("as_of", report.asOf().toString());
        said.put("names", report.pseudonyms().isPresent() ? "pseudonyms; in free text the names that the journal knows; plans are left out" : "as they are");
        return said;
    }

    private Map<String, String> fields(JournalEntry line) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("at", line.at().toString());
        fields.put("kind", line.kind().name());
        fields.put("profile", named("profile", line.profile()));
        fields.put("host", named("host", line.host()));
        fields.put("actor", named("person", line.actor()));
        fields.put("operation", line.operation());
        fields.put("verb", line.verb());
        fields.put("target", named("id", line.target()));
        fields.put("name", object(line));
        fields.put("reason", hidden(line.reason()));
        fields.put("state", line.state());
        fields.put("status", line.status() == 0 ? "" : String.valueOf(line.status()));
        fields.put("method", line.call().map(ApiCall::method).orElse(""));
        fields.put("path", hidden(line.call().map(ApiCall::path).orElse("")));
        fields.put("body", hidden(line.call().flatMap(ApiCall::body).orElse("")));
        fields.put("note", hidden(line.note().map(report.wording()::of).orElse("")));
        return fields;
    }

    private ObjectNode node(JournalEntry line) {
        ObjectNode node = JSON.createObjectNode();
        fields(line).forEach(node::put);
        if (report.pseudonyms().isEmpty() && !line.plan().isEmpty()) {
            ArrayNode plan = node.putArray("plan");
            line.plan().stream().map((Text text) -> report.wording().of(text)).forEach(plan::add);
        }
        return node;
    }

    private static void learn(Pseudonyms names, JournalEntry line) {
        names.of("profile", line.profile());
        names.of("host", line.host());
        names.of("person", line.actor());
        names.of("id", line.target());
        names.of(kind(line), line.name());
    }

    private String object(JournalEntry line) {
        String name = report.wording().object(line);
        return name.equals(line.target()) ? named("id", name) : named(kind(line), name);
    }

    private static String kind(JournalEntry line) {
        boolean app = line.kind() == JournalEntry.Kind.SIGHTING || line.kind() == JournalEntry.Kind.NOTE || line.verb().equals("PROMOTE") || line.verb().equals("ROLL_BACK") || line.verb().equals("APP_STATUS");
        return app ? "app" : "engine";
    }

    private String named(String kind, String name) {
        return report.pseudonyms().map(names -> names.of(kind, name)).orElse(name);
    }

    private String hidden(String text) {
        return report.pseudonyms().map(names -> names.hide(text)).orElse(text);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " ").replace("<", "&lt;");
    }
}
