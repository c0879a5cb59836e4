package sh.inference.console.ui.common;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Text that ends in an ellipsis where room is short, as in a cell: then, and only then, a tooltip says it whole. It is made
 * when the pointer first comes, for a tooltip takes longer to make than the cell.
 */
public final class WholeText {
    private WholeText() {
    }

    /** Takes the tooltip of a label into its care. */
    public static <L extends Labeled> L onHover(L label) {
        label.getProperties().put(WholeText.class, true);
        label.addEventFilter(MouseEvent.MOUSE_ENTERED, entered -> {
            if (!label.isTextTruncated()) {
                label.setTooltip(null);
            } else if (label.getTooltip() == null) {
                Tooltip whole = new Tooltip();
                whole.textProperty().bind(label.textProperty());
                label.setTooltip(whole);
            }
        });
        return label;
    }

    /** Whether a label says itself whole to who points at it. */
    public static boolean isSaid(Labeled label) {
        return label.getProperties().containsKey(WholeText.class);
    }
}
