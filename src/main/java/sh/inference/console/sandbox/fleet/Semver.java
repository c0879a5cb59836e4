package sh.inference.console.sandbox.fleet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares binaries as engines do: three numbers, an optional {@code v}; {@code dev} and empty are never updated (contract 6.3). */
final class Semver {
    private static final Pattern FORM = Pattern.compile("v?(\\d+)\\.(\\d+)\\.(\\d+)");

    private Semver() {
    }

    static boolean isNewer(String offered, String current) {
        Matcher there = FORM.matcher(offered);
        Matcher here = FORM.matcher(current);
        if (!there.matches() || !here.matches()) {
            return false;
        }
        for (int part = 1; part <= 3; part++) {
            int difference = Integer.compare(Integer.parseInt(there.group(part)), Integer.parseInt(here.group(part)));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }
}
