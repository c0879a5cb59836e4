package sh.inference.console.sandbox.fleet;

/** A wish the service refuses, with the code of contract 2.2 and a sentence for people. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    public Refusal(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    public static Refusal notFound(String what, String id) {
        return new Refusal("not_found", what + " not found: " + id);
    }

    public String code() {
        return code;
    }
}
