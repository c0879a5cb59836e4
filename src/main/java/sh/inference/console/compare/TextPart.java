package sh.inference.console.compare;

import java.util.List;

/**
 * The JSON of one part of two versions, line by line.
 *
 * @param coarse  whether the texts were too large to be matched line by line
 * @param omitted lines that were left out because the text is too long; 0 when it is whole
 */
public record TextPart(Part part, List<TextLine> lines, boolean coarse, int omitted) {
    public TextPart {
        lines = List.copyOf(lines);
    }

    /** The line that a change is about, or the first that differs; -1 when none does. */
    public int lineOf(Change change) {
        String name = "\"" + leaf(change.subject().isEmpty() ? change.scope() : change.subject()) + "\"";
        int first = -1;
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            if (line.kind() != TextLine.Kind.SAME) {
                if (line.left().contains(name) || line.right().contains(name)) {
                    return i;
                }
                first = first < 0 ? i : first;
            }
        }
        return first;
    }

    private static String leaf(String path) {
        String plain = path.replace("[]", "").replace(".*", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
