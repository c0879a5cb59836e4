package sh.inference.console.ui.engines;

import java.util.Locale;
import java.util.Optional;

/** What engines are filtered and grouped by. */
public enum Facet {
    STATUS, WORKERS, KIND, GPU, VRAM, APP, VERSION, OUTDATED, PROVIDER, REGION, PRICE, DEADLINE;

    /** As it stands in a saved view and in node ids. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Facet> find(String key) {
        for (Facet facet : values()) {
            if (facet.key().equals(key)) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }
}
