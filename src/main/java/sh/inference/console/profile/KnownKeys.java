package sh.inference.console.profile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every key that was in hand since the console started, so that none of them gets into what is written down. Any thread. */
public final class KnownKeys {
    private final List<ApiKey> keys = new CopyOnWriteArrayList<>();

    public void add(ApiKey key) {
        if (!key.isEmpty()) {
            keys.add(key);
        }
    }

    /** A text with all of them blotted out. */
    public String hide(String text) {
        String safe = text;
        for (ApiKey key : keys) {
            safe = key.hide(safe);
        }
        return safe;
    }
}
