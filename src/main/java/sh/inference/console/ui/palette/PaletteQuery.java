package sh.inference.console.ui.palette;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was typed, in words. All words must be found; {@code >} asks for actions only, {@code #} for ids, {@code @} for
 * profiles.
 *
 * @param scope one of the signs, or a blank
 */
public record PaletteQuery(char scope, List<String> words) {
    public static PaletteQuery of(String typed) {
        return of(typed, Set.of());
    }

    /** @param filler words that say nothing beside others, as in "restart the box" */
    public static PaletteQuery of(String typed, Set<String> filler) {
        String text = typed.strip();
        char scope = !text.isEmpty() && ">#@".indexOf(text.charAt(0)) >= 0 ? text.charAt(0) : ' ';
        String rest = scope == ' ' ? text : text.substring(1);
        List<String> words = Arrays.stream(rest.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        List<String> telling = words.stream().filter(word -> !filler.contains(word)).toList();
        return new PaletteQuery(scope, telling.isEmpty() ? words : telling);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * How well a text answers: 0 not at all; more, the more words begin where a word of the text begins.
     *
     * @param text in lower case
     */
    public int score(String text) {
        int score = 1;
        for (String word : words) {
            int at = text.indexOf(word);
            if (at < 0) {
                return 0;
            }
            score += at == 0 ? 4 : beginsAWord(text, word, at) ? 3 : 1;
        }
        return score;
    }

    /** The words that a text does not hold; for a verb, what is left to name its object. */
    public PaletteQuery without(String text) {
        return new PaletteQuery(scope, words.stream().filter(word -> !text.contains(word)).toList());
    }

    public List<int[]> matches(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<int[]> found = new ArrayList<>();
        for (String word : words) {
            int at = lower.indexOf(word);
            while (at > 0 && !beginsAWord(lower, word, at) && lower.indexOf(word, at + 1) >= 0) {
                at = lower.indexOf(word, at + 1);
            }
            if (at >= 0) {
                found.add(new int[] {at, at + word.length()});
            }
        }
        found.sort((a, b) -> a[0] - b[0]);
        return found;
    }

    private static boolean beginsAWord(String text, String word, int first) {
        for (int at = first; at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
