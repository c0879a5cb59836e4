package sh.inference.console.compare;

import java.util.Locale;

/** The parts of a version that are compared, in the order they are shown. */
public enum Part {
    INPUT("input_schema"), OUTPUT("output_schema"), SETUP("setup_schema"), FUNCTION("functions"), DEFAULT_FUNCTION("default_function"),
    SECRET("required_secrets"), INTEGRATION("required_integrations"), RESOURCES("resources"), VARIANT("variants"), KERNEL("kernel"), ENV("env"),
    REPOSITORY("repository"), METADATA("metadata");

    private final String member;

    Part(String member) {
        this.member = member;
    }

    /** The member of the version's JSON. */
    public String member() {
        return member;
    }

    /** The name in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
