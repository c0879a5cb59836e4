package sh.inference.console.compare;

import sh.inference.console.model.Text;

/**
 * One thing that differs between two versions.
 *
 * @param scope   the function or variant it belongs to; empty for the version itself
 * @param subject the name of what changed: a field, a key, a function; empty where the part has only one
 * @param before  what it was; the text {@code plan.nothing} where there was nothing to say
 * @param after   what it is now
 * @param why     why it weighs as it does
 */
public record Change(Part part, Aspect aspect, String scope, String subject, Text before, Text after, Weight weight, Text why) {
    static final Text NOTHING = Text.of("plan.nothing");

    /** What changed, in words: "Input fps is now required". */
    public Text what() {
        Text kind = Text.of("change.part." + part.key());
        Text named = subject.isEmpty() ? kind : Text.of("change.named", kind, subject);
        boolean told = !before.equals(NOTHING) || !after.equals(NOTHING);
        String key = "change." + aspect.key() + (aspect == Aspect.CHANGED && !told ? ".plain" : "");
        Text plain = Text.of(key, named, orNone(before), orNone(after));
        return scope.isEmpty() ? plain : Text.of("change.scope." + (part == Part.VARIANT ? "variant" : "function"), scope, plain);
    }

    /** Whether another change says the same of the way back, whatever it weighs there. */
    public boolean mirrors(Change other) {
        return part == other.part && aspect == other.aspect.mirrored() && scope.equals(other.scope) && subject.equals(other.subject)
                && before.equals(other.after) && after.equals(other.before);
    }

    private static Text orNone(Text word) {
        return word.equals(NOTHING) ? Text.of("change.none") : word;
    }
}
