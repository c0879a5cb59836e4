package sh.inference.console.ops.update;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sh.inference.console.model.Engine;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;

/**
 * Versions of the engine's binary, such as {@code v1.10.1556}, compared part by part (contract 6.3). Texts like
 * {@code dev} have no order. The manifest of releases is not read here: the newest version is the newest one seen in
 * the fleet, and said to be just that.
 */
final class EngineVersions {
    private static final Pattern FORM = Pattern.compile("v?(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");

    private EngineVersions() {
    }

    /** Which is newer, if both can be compared. */
    static OptionalInt compare(String one, String other) {
        Matcher a = FORM.matcher(one);
        Matcher b = FORM.matcher(other);
        if (!a.matches() || !b.matches()) {
            return OptionalInt.empty();
        }
        for (int part = 1; part <= 3; part++) {
            int order = Integer.compare(Integer.parseInt(a.group(part)), Integer.parseInt(b.group(part)));
            if (order != 0) {
                return OptionalInt.of(order);
            }
        }
        return OptionalInt.of(0);
    }

    /** The newest version any engine of the fleet reports. */
    static Optional<String> newestSeen(Fleet fleet) {
        return fleet.all().stream().map(EngineEntry::engine).map(Engine::version).filter(version -> FORM.matcher(version).matches())
                .max(Comparator.comparing(version -> version, (a, b) -> compare(a, b).orElse(0)));
    }

    /** Whether the fleet shows a version newer than this one; empty when they cannot be compared. */
    static Optional<Boolean> isBehind(String version, Fleet fleet) {
        return newestSeen(fleet).flatMap(newest -> {
            OptionalInt order = compare(version, newest);
            return order.isPresent() ? Optional.of(order.getAsInt() < 0) : Optional.empty();
        });
    }
}
