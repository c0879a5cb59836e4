package sh.inference.console.api.dto;

/**
 * Texts that come again and again, such as a version, a status, an id or the name of a GPU: kept once, and found by their
 * characters before a text is made of them. A place that another text has taken is simply taken over, so the table never
 * grows. Safe for any thread: texts never change, and who reads an old one finds only that it does not match.
 */
final class SharedTexts {
    private static final int PLACES = 1 << 14;
    private static final int LONGEST = 64;
    private final String[] texts = new String[PLACES];

    String of(char[] from, int offset, int length) {
        if (length > LONGEST) {
            return new String(from, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + from[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        String known = texts[place];
        if (known != null && known.length() == length && isSame(known, from, offset)) {
            return known;
        }
        String text = new String(from, offset, length);
        texts[place] = text;
        return text;
    }

    private static boolean isSame(String known, char[] from, int offset) {
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != from[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
