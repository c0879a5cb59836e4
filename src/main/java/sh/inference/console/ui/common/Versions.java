package sh.inference.console.ui.common;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Engine versions of the form {@code v1.10.1556}. Others, such as {@code dev}, cannot be compared and never are. */
public final class Versions {
    private static final Pattern FORM = Pattern.compile("v?(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");

    private record Numbers(int major, int minor, int patch) implements Comparable<Numbers> {
        private static final Comparator<Numbers> ORDER = Comparator.comparingInt(Numbers::major).thenComparingInt(Numbers::minor).thenComparingInt(Numbers::patch);

        @Override
        public int compareTo(Numbers other) {
            return ORDER.compare(this, other);
        }
    }

    private Versions() {
    }

    /** Whether it has a place in the order of versions. */
    public static boolean canCompare(String version) {
        return parse(version).isPresent();
    }

    /** Whether {@code version} is surely older than {@code newest}. */
    public static boolean isOlder(String version, String newest) {
        Optional<Numbers> one = parse(version);
        Optional<Numbers> other = parse(newest);
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) < 0;
    }

    /** Orders versions by number; those that cannot be compared come first, by their text. */
    public static int compare(String one, String other) {
        Optional<Numbers> a = parse(one);
        Optional<Numbers> b = parse(other);
        if (a.isPresent() && b.isPresent()) {
            return a.get().compareTo(b.get());
        }
        return a.isPresent() == b.isPresent() ? one.compareTo(other) : a.isPresent() ? 1 : -1;
    }

    private static Optional<Numbers> parse(String version) {
        Matcher matcher = FORM.matcher(version);
        return matcher.matches()
                ? Optional.of(new Numbers(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }
}
