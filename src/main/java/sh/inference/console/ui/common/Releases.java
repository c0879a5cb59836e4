package sh.inference.console.ui.common;

import java.util.HashMap;
import java.util.Map;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Which engine versions are outdated, by the manifest of releases alone (contract 6.3): what else runs in the fleet proves
 * nothing. Until the manifest was read nobody knows. Confined to the FX thread.
 */
public final class Releases {
    /** What can be said of a version. */
    public enum Verdict {
        OUTDATED, NEWEST, UNKNOWN
    }

    /** A fleet has few versions, and each is asked after with every engine. */
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final ReadOnlyStringWrapper newest = new ReadOnlyStringWrapper("");

    /** The newest release; empty while the manifest was not read. */
    public ReadOnlyStringProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }

    /** @param version as the manifest names it */
    public void setNewest(String version) {
        verdicts.clear();
        newest.set(version);
    }

    public Verdict of(String version) {
        return verdicts.computeIfAbsent(version, this::judge);
    }

    private Verdict judge(String version) {
        if (Versions.isOlder(version, newest.get())) {
            return Verdict.OUTDATED;
        }
        return Versions.canCompare(version) && Versions.canCompare(newest.get()) ? Verdict.NEWEST : Verdict.UNKNOWN;
    }
}
