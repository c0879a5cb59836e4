package sh.inference.console.profile.vault;

import sh.inference.console.model.Text;

/** A secret could not be kept, read or forgotten, with the reason in words. Never holds the secret. */
public final class VaultException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Text text;

    public VaultException(Text text) {
        super(text.key());
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
