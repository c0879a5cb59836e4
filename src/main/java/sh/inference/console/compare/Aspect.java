package sh.inference.console.compare;

import java.util.Locale;

/** In which way something changed. */
public enum Aspect {
    ADDED, REMOVED, REQUIRED, OPTIONAL, TYPE, DEFAULT, CHOICES, LIMITS, GPUS, VRAM, RAM, GPU_TYPE, SCOPES, CHANGED,
    /** Only titles and descriptions differ. */
    WORDING,
    /** It differs in a way that this console does not understand. */
    OTHER;

    /** The name in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same change seen the other way round. */
    Aspect mirrored() {
        return switch (this) {
            case ADDED -> REMOVED;
            case REMOVED -> ADDED;
            case REQUIRED -> OPTIONAL;
            case OPTIONAL -> REQUIRED;
            default -> this;
        };
    }
}
