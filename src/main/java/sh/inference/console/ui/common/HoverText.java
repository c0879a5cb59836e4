package sh.inference.console.ui.common;

import java.util.function.Supplier;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Words for who points at a control that says them to a screen reader by itself. A tooltip is a window with a scene of its
 * own, which takes longer to make than the control: it is made when the pointer first comes, and its words when it shows.
 */
public final class HoverText {
    private HoverText() {
    }

    public static void on(Control control, Supplier<String> words) {
        control.getProperties().put(HoverText.class, true);
        control.addEventFilter(MouseEvent.MOUSE_ENTERED, entered -> {
            if (control.getTooltip() == null) {
                Tooltip tooltip = new Tooltip();
                tooltip.setOnShowing(showing -> tooltip.setText(words.get()));
                control.setTooltip(tooltip);
            }
        });
    }

    /** Whether a control has such words. */
    public static boolean isSaid(Control control) {
        return control.getProperties().containsKey(HoverText.class);
    }
}
