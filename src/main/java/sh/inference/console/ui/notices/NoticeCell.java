package sh.inference.console.ui.notices;

import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.WrappedCell;

/** One notice: its icon, its sentence on as many lines as it takes, and when it was said. */
final class NoticeCell extends WrappedCell<NoticeLine> {
    private static final PseudoClass NEW = PseudoClass.getPseudoClass("new");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private final FontIcon icon = Icons.of(Icons.INFORMATION);
    private final Label text = new Label();
    private final Label when = new Label();
    private final Button remedy = new Button();
    private final HBox content;

    /** @param does told the line whose remedy was chosen */
    NoticeCell(Consumer<NoticeLine> does) {
        remedy.getStyleClass().add("notice-remedy");
        remedy.setFocusTraversable(false);
        remedy.setMinWidth(USE_PREF_SIZE);
        remedy.managedProperty().bind(remedy.visibleProperty());
        remedy.setOnAction(event -> does.accept(getItem()));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("notice-text");
        when.getStyleClass().addAll("hint", "subtle");
        VBox words = new VBox(text, when);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(icon, words, remedy);
        content.getStyleClass().add("notice");
        getStyleClass().add("notice-cell");
    }

    @Override
    protected void updateItem(NoticeLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(empty ? null : content);
        setAccessibleText(empty ? null : line.sentence());
        pseudoClassStateChanged(NEW, !empty && line.isNew());
        pseudoClassStateChanged(OVER, !empty && line.isOver());
        if (!empty) {
            icon.setIconLiteral(icon(line));
            icon.getStyleClass().removeAll("accent-icon", "warn-icon", "danger-icon");
            if (!line.isOver()) {
                icon.getStyleClass().add(tone(line));
            }
            remedy.setText(line.remedy());
            remedy.setVisible(!line.remedy().isEmpty());
            setAccessibleHelp(line.remedy());
            text.setText(line.text());
            when.setText(line.level() + " · " + line.when());
        }
    }

    private static String icon(NoticeLine line) {
        return switch (line.severity()) {
            case INFO -> Icons.INFORMATION;
            case WARNING -> Icons.WARNING;
            case ERROR -> Icons.ERROR;
        };
    }

    private static String tone(NoticeLine line) {
        return switch (line.severity()) {
            case INFO -> "accent-icon";
            case WARNING -> "warn-icon";
            case ERROR -> "danger-icon";
        };
    }
}
