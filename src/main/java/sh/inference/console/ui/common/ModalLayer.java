package sh.inference.console.ui.common;

import javafx.scene.Node;

/**
 * The layer over the whole window in which one dialog at a time is shown. It dims and blocks what is below; where the
 * focus goes is the dialog's own affair.
 */
public interface ModalLayer {
    /**
     * Shows a dialog in the upper third.
     *
     * @param onEscape called when the operator presses Escape; the layer hides nothing by itself
     */
    void show(Node dialog, Runnable onEscape);

    /** Takes the dialog away; without one it does nothing. */
    void hide();
}
