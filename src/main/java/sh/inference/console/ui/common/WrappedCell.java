package sh.inference.console.ui.common;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

/**
 * A cell that is as high as the words it shows need at the width of its list; the list never scrolls sideways for it. A cell
 * by itself does not ask what it shows how high it is at that width.
 */
public abstract class WrappedCell<T> extends ListCell<T> {
    private static final double SCROLL_BAR = 12;

    protected WrappedCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getListView() == null || !(getGraphic() instanceof Region shown)) {
            return super.computePrefHeight(width);
        }
        return shown.prefHeight(getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR) + snappedTopInset() + snappedBottomInset();
    }
}
