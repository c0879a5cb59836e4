package sh.inference.console.compare;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * JSON as lines that two versions share where they say the same: members in the order of their names, small lists on one
 * line.
 *
 * @param omitted how many lines are missing at the end
 */
record JsonText(List<String> lines, int omitted) {
    private static final int MOST = 20_000;
    private static final int LONGEST = 400;
    private static final int SHORT = 72;
    private static final String COVERED = "\u2022\u2022\u2022\u2022";

    /** @param part what the node is: the environment is treated with discretion */
    static JsonText of(Part part, JsonNode node) {
        if (node.isMissingNode()) {
            return new JsonText(List.of(), 0);
        }
        Writer writer = new Writer();
        writer.write("", node, part.member(), "", 0);
        return new JsonText(List.copyOf(writer.lines), writer.omitted);
    }

    /** Whether the name of an environment variable says that its value is nobody's business. */
    private static boolean isConfidential(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.contains("KEY") || upper.contains("TOKEN") || upper.contains("SECRET") || upper.contains("PASS") || upper.contains("CREDENTIAL");
    }

    private static final class Writer {
        private final List<String> lines = new ArrayList<>();
        private int omitted;

        /** @param inside the named member around this one */
        private void write(String name, JsonNode node, String inside, String end, int depth) {
            String head = name.isEmpty() ? "" : "\"" + name + "\": ";
            boolean list = node.isArray();
            String whole = node.isValueNode() || list && node.size() < SHORT ? node.toString() : "";
            if (node.isEmpty() || !whole.isEmpty() && whole.length() <= SHORT && scalars(node)) {
                boolean covered = inside.equals("env") && node.isTextual() && isConfidential(name);
                line(depth, head + (covered ? "\"" + COVERED + "\"" : node.toString()) + end);
                return;
            }
            line(depth, head + (list ? "[" : "{"));
            String around = name.isEmpty() ? inside : name;
            if (list) {
                for (Iterator<JsonNode> items = node.iterator(); items.hasNext(); ) {
                    write("", items.next(), around, items.hasNext() ? "," : "", depth + 1);
                }
            } else {
                Map<String, JsonNode> sorted = new TreeMap<>();
                node.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
                Iterator<Map.Entry<String, JsonNode>> members = sorted.entrySet().iterator();
                while (members.hasNext()) {
                    Map.Entry<String, JsonNode> member = members.next();
                    write(member.getKey(), member.getValue(), around, members.hasNext() ? "," : "", depth + 1);
                }
            }
            line(depth, (list ? "]" : "}") + end);
        }

        private static boolean scalars(JsonNode node) {
            for (JsonNode item : node) {
                if (!item.isValueNode()) {
                    return false;
                }
            }
            return true;
        }

        private void line(int depth, String text) {
            if (lines.size() < MOST) {
                String indented = "  ".repeat(Math.min(depth, 40)) + text;
                lines.add(indented.length() <= LONGEST ? indented : indented.substring(0, LONGEST) + "\u2026");
            } else {
                omitted++;
            }
        }
    }
}
