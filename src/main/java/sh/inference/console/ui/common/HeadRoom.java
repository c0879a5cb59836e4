package sh.inference.console.ui.common;

import java.util.HashMap;
import java.util.Map;

import javafx.scene.control.TableColumn;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How much room the heads of columns want, in whatever language: no column is narrower than its head. FX thread. */
final class HeadRoom {
    /** The font of the heads in tables.css at the usual size of text, and the room beside their words. */
    private static final Font FONT = Font.font("IC Sans Medium", 11);
    private static final double BESIDE = 13;
    private final Map<String, Double> widths = new HashMap<>();

    /** What a column needs, at the usual size of text, so that its head is whole. */
    ColumnFit.Need with(TableColumn<?, ?> column, ColumnFit.Need need) {
        double head = column.getText() == null || column.getText().isEmpty() ? 0 : widths.computeIfAbsent(column.getText(), HeadRoom::width);
        return head <= need.least() ? need : new ColumnFit.Need(need.id(), head, Math.max(head, need.width()), need.growth(), Math.max(head, need.most()), need.spare());
    }

    private static double width(String words) {
        Text text = new Text(words);
        text.setFont(FONT);
        return Math.ceil(text.getLayoutBounds().getWidth()) + BESIDE;
    }
}
