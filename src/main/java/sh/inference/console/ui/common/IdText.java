package sh.inference.console.ui.common;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A line of words in which ids stand in the fixed-width face, so that they can be compared letter by letter. */
public final class IdText extends TextFlow {
    /** A whole id of 26 characters or a short one of 8 (contract 3.1), with or without the sign of a reference. */
    private static final Pattern ID = Pattern.compile("(?<![\\w-])@?(?=[a-z]*\\d)(?=\\d*[a-z])(?:[0-9a-z]{26}|[0-9a-z]{8})(?![\\w-])");

    public IdText() {
        getStyleClass().add("id-text");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public IdText(String words) {
        this();
        setWords(words);
    }

    public void setWords(String words) {
        getChildren().clear();
        setAccessibleText(words);
        Matcher ids = ID.matcher(words);
        int from = 0;
        while (ids.find()) {
            add(words.substring(from, ids.start()), "");
            add(ids.group(), ids.group().startsWith("@") ? "reference" : "id");
            from = ids.end();
        }
        add(words.substring(from), "");
    }

    private void add(String part, String styleClass) {
        if (!part.isEmpty()) {
            Text text = new Text(part);
            text.getStyleClass().add("id-text-part");
            if (!styleClass.isEmpty()) {
                text.getStyleClass().add(styleClass);
            }
            getChildren().add(text);
        }
    }
}
