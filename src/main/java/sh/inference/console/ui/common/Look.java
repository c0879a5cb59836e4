package sh.inference.console.ui.common;

import java.util.List;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The looks of the console. Each is a file of tokens; all share the rules that use them. */
public enum Look {
    DARK("dark"), LIGHT("light"), HIGH_CONTRAST("hc");

    private static final String FOLDER = "/sh/inference/console/theme/";
    private final String tokens;

    Look(String tokens) {
        this.tokens = tokens;
    }

    /** The sheets of a scene, tokens first. */
    List<String> stylesheets() {
        return List.of(sheet(tokens), sheet("map"), sheet("base"), sheet("controls"), sheet("tables"));
    }

    String userAgentStylesheet() {
        return this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
    }

    private static String sheet(String name) {
        return Look.class.getResource(FOLDER + name + ".css").toExternalForm();
    }
}
