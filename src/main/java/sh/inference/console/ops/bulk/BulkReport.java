package sh.inference.console.ops.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import sh.inference.console.model.JsonString;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ConnectionProfile;

/** What came of a verb on several engines, a line each, for files. Times are in UTC. Pure. */
public final class BulkReport {
    private static final List<String> HEAD = List.of("profile", "kind", "host", "verb", "engine", "id", "result", "asked", "accepted", "observed", "seconds", "note", "reason");
    private final BulkRun run;
    private final ConnectionProfile profile;
    private final Function<Text, String> words;

    public BulkReport(BulkRun run, ConnectionProfile profile, Function<Text, String> words) {
        this.run = run;
        this.profile = profile;
        this.words = words;
    }

    /** With a head, fields quoted as RFC 4180 says; what a spreadsheet would take for a formula is defused. */
    public String csv() {
        StringBuilder text = new StringBuilder(String.join(",", HEAD)).append("\r\n");
        run.items().forEach(item -> text.append(fields(item).stream().map(BulkReport::quoted).collect(Collectors.joining(","))).append("\r\n"));
        return text.toString();
    }

    /** An array of objects with the same members as the columns. */
    public String json() {
        return run.items().stream().map(item -> {
            List<String> fields = fields(item);
            StringBuilder object = new StringBuilder("  {");
            for (int i = 0; i < HEAD.size(); i++) {
                object.append(i == 0 ? "" : ", ").append(JsonString.of(HEAD.get(i))).append(": ").append(value(HEAD.get(i), fields.get(i)));
            }
            return object.append('}').toString();
        }).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private List<String> fields(BulkItem item) {
        return List.of(profile.name(), profile.kind().name(), profile.host(), run.plan().verb().key(), item.target().name(), item.target().id(),
                item.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), time(item.asked()), time(item.accepted()), time(item.observed()),
                item.took().map(took -> String.valueOf(took.toSeconds())).orElse(""), words.apply(item.note()), run.reason());
    }

    private static String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }

    private static String quoted(String field) {
        String safe = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String value(String name, String field) {
        return field.isEmpty() ? "null" : name.equals("seconds") ? field : JsonString.of(field);
    }
}
