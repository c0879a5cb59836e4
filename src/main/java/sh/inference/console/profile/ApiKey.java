package sh.inference.console.profile;

import java.util.Objects;

/** A key. It never shows itself: not in a log, an exception or a debugger's list. */
public final class ApiKey {
    private final String secret;

    public ApiKey(String secret) {
        this.secret = Objects.requireNonNull(secret);
    }

    /** The value of the {@code Authorization} header; for the HTTP layer only. */
    public String bearer() {
        return "Bearer " + secret;
    }

    /** The key itself, for the vault only. */
    public String secret() {
        return secret;
    }

    public boolean isEmpty() {
        return secret.isEmpty();
    }

    /** Whether a text gives the key away. */
    public boolean isIn(String text) {
        return !secret.isEmpty() && text.contains(secret);
    }

    /** The text with the key blotted out. */
    public String hide(String text) {
        return isIn(text) ? text.replace(secret, "[key]") : text;
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
