package sh.inference.console.text;

import java.util.Enumeration;
import java.util.ResourceBundle;

/** English in disguise: with accents, and 40 % longer, so that a screen shows what is missing and what has no room. */
final class PseudoBundle extends ResourceBundle {
    private static final String PLAIN = "aceinouyACEINOUY";
    private static final String DISGUISED = "áçéíñóúýÁÇÉÍÑÓÚÝ";
    private static final double LONGER = 0.4;
    private final ResourceBundle english;

    PseudoBundle(ResourceBundle english) {
        this.english = english;
    }

    @Override
    protected Object handleGetObject(String key) {
        return english.containsKey(key) ? key.endsWith(".keys") ? english.getString(key) : disguise(english.getString(key)) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return english.getKeys();
    }

    /** What stands in braces stays: it is filled in later. */
    static String disguise(String text) {
        StringBuilder said = new StringBuilder();
        int depth = 0;
        int letters = 0;
        for (char c : text.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            int at = depth == 0 ? PLAIN.indexOf(c) : -1;
            letters += depth == 0 && Character.isLetter(c) ? 1 : 0;
            said.append(at < 0 ? c : DISGUISED.charAt(at));
        }
        return said.append("~".repeat((int) Math.ceil(letters * LONGER))).toString();
    }
}
