package sh.inference.console.ui.engines;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Two nodes side by side in a cell, of which one is shown only where both have their full width. */
final class PairBox extends Region {
    private final Node needed;
    private final Region extra;
    private final boolean extraFirst;
    private final double gap;
    private final double extraLeast;

    /** @param extraLeast with so little the extra node is still worth showing; negative for its full width */
    PairBox(Node needed, Region extra, boolean extraFirst, double gap, double extraLeast) {
        this.needed = needed;
        this.extra = extra;
        this.extraFirst = extraFirst;
        this.gap = gap;
        this.extraLeast = extraLeast;
        getStyleClass().add("pair-box");
        setMinWidth(0);
        getChildren().addAll(needed, extra);
    }

    /** Shows or hides the extra node by what there is to show; for lack of room it is hidden anyway. */
    void setExtra(boolean wanted) {
        if (extra.isManaged() != wanted) {
            extra.setManaged(wanted);
            requestLayout();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return room() + (extra.isManaged() ? gap + extra.prefWidth(-1) : 0);
    }

    /** What the needed node takes: its least width from the style sheet keeps the extra nodes of a column equally wide. */
    private double room() {
        return snapSizeX(Math.max(needed.prefWidth(-1), needed.minWidth(-1)));
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(needed.prefHeight(-1), extra.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double first = Math.min(width, room());
        double second = Math.min(extra.prefWidth(-1), width - first - gap);
        boolean fits = extra.isManaged() && second >= (extraLeast < 0 ? extra.prefWidth(-1) : extraLeast);
        extra.setVisible(fits);
        double x = fits && extraFirst ? second + gap : 0;
        if (fits) {
            layoutInArea(extra, extraFirst ? 0 : first + gap, 0, second, getHeight(), 0, HPos.LEFT, VPos.CENTER);
        }
        layoutInArea(needed, x, 0, first, getHeight(), 0, HPos.LEFT, VPos.CENTER);
    }
}
