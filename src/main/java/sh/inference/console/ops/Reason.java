package sh.inference.console.ops;

import java.util.regex.Pattern;

/** What an operator gives as a reason, as far as it is kept: on screen, in the journal and in exports. */
public final class Reason {
    /** A longer reason is cut to this many characters. */
    public static final int LONGEST = 1000;
    /** The service's keys begin like this (contract 1.1); one that was pasted by mistake must not stay for good. */
    private static final Pattern KEY = Pattern.compile("(?i)inf_[a-z0-9_\\-]{4,}");

    private Reason() {
    }

    /** Whether a text holds what looks like a key. */
    public static boolean holdsKey(String given) {
        return KEY.matcher(given).find();
    }

    /** The reason as it is kept: without keys, and not longer than {@link #LONGEST}. */
    public static String kept(String given) {
        String harmless = KEY.matcher(given.strip()).replaceAll("[key]");
        return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST);
    }
}
