package sh.inference.console.ui.common;

import javafx.scene.control.Label;

/**
 * A text that changes many times and seldom needs other room for it, such as a count or an age. A plain label has all that
 * stands around it laid out anew with every change, up to the whole window; this one only where its text no longer fits.
 */
public final class Figure extends Label {
    /** Digits differ a little in width: so much may stay free, in pixels. */
    private static final double SLACK = 6;
    private double room;

    @Override
    public void requestLayout() {
        double wanted = getSkin() == null || isWrapText() ? Double.MAX_VALUE : computePrefWidth(-1);
        if (wanted <= room && room - wanted < SLACK && getWidth() >= room) {
            setNeedsLayout(true);
        } else {
            room = wanted;
            super.requestLayout();
        }
    }
}
