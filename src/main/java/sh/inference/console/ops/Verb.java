package sh.inference.console.ops;

/** The verbs, in the order menus show them. */
public enum Verb {
    DRAIN("engines:write"), UPDATE("engines:write"), EXTEND("engines:write"), RESTART("engines:write"), STOP("engines:write"),
    PROMOTE("apps:write"), ROLL_BACK("apps:write"), RENAME("engines:write"), DELETE("engines:write"), CANCEL_TASK("apps:execute"), APP_STATUS("apps:write");

    private final String scope;

    Verb(String scope) {
        this.scope = scope;
    }

    /** The scope a key needs for it. */
    public String scope() {
        return scope;
    }

    /** The name in message keys: {@code verb.drain}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
