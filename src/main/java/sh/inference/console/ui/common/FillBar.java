package sh.inference.console.ui.common;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** How full something is. Over 92 % it takes the colour of a warning. Always beside its figures, never alone. */
public final class FillBar extends Region {
    private static final PseudoClass OVERFULL = PseudoClass.getPseudoClass("high");
    private static final double HIGH = 0.92;
    private static final double HEIGHT = 6;
    private final Region fill = new Region();
    private double fraction;

    public FillBar() {
        getStyleClass().add("ic-bar");
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        getChildren().add(fill);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** @param now between 0 and 1 */
    public void setFraction(double now) {
        double next = Math.clamp(now, 0, 1);
        if (next != fraction) {
            fraction = next;
            pseudoClassStateChanged(OVERFULL, fraction > HIGH);
            requestLayout();
        }
    }

    public double fraction() {
        return fraction;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 40;
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, fraction == 0 ? 0 : Math.max(2, Math.round(getWidth() * fraction)), getHeight());
    }
}
