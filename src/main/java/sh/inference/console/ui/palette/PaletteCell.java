package sh.inference.console.ui.palette;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.WholeText;

/** A line of the palette. The first line of a section carries the section's name above it. */
final class PaletteCell extends ListCell<PaletteEntry> {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private final PaletteViewModel model;
    private final Label section = new Label();
    private final FontIcon icon = Icons.of(Icons.SEARCH);
    private final TextFlow words = new TextFlow();
    private final Label remark = WholeText.onHover(new Label());
    private final Label keys = new Label();
    private final HBox line = new HBox(icon, words, remark, keys);
    private final VBox box = new VBox(section, line);

    PaletteCell(PaletteViewModel model) {
        this.model = model;
        section.getStyleClass().add("section-title");
        section.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("palette-words");
        remark.getStyleClass().add("palette-remark");
        remark.setMaxWidth(Double.MAX_VALUE);
        remark.setMinWidth(0);
        HBox.setHgrow(remark, Priority.ALWAYS);
        keys.getStyleClass().add("key-cap");
        keys.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().add("palette-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFillHeight(false);
        getStyleClass().add("palette-cell");
    }

    /** A line as a screen reader says it. */
    static String sentence(PaletteEntry entry) {
        return entry.remark().isEmpty() ? entry.words() : entry.words() + ", " + entry.remark();
    }

    @Override
    protected void updateItem(PaletteEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean first = getIndex() == 0 || model.entries().get(getIndex() - 1).section() != entry.section();
        section.setText(first ? model.words().of("palette.section." + entry.section().name().toLowerCase(java.util.Locale.ROOT)) : "");
        section.setVisible(first);
        section.setManaged(first);
        icon.setIconLiteral(entry.icon());
        showWords(entry);
        remark.setText(entry.remark());
        remark.setManaged(!entry.remark().isEmpty());
        HBox.setHgrow(words, entry.remark().isEmpty() ? Priority.ALWAYS : Priority.NEVER);
        keys.setText(entry.keys());
        keys.setVisible(!entry.keys().isEmpty());
        keys.setManaged(!entry.keys().isEmpty());
        pseudoClassStateChanged(OFF, !entry.enabled());
        setAccessibleText(sentence(entry));
        setGraphic(box);
    }

    private void showWords(PaletteEntry entry) {
        words.getChildren().clear();
        int from = 0;
        for (int[] match : entry.matches(model.query())) {
            if (match[0] >= from) {
                add(entry.words().substring(from, match[0]), false);
                add(entry.words().substring(match[0], match[1]), true);
                from = match[1];
            }
        }
        add(entry.words().substring(from), false);
    }

    private void add(String part, boolean found) {
        if (!part.isEmpty()) {
            Text text = new Text(part);
            text.getStyleClass().addAll("palette-part", found ? "found" : "plain");
            words.getChildren().add(text);
        }
    }
}
