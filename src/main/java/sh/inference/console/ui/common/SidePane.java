package sh.inference.console.ui.common;

import java.util.function.Supplier;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * A content with a pane at its right edge that opens and closes and is as wide as it is dragged. Where there is too
 * little room for both, the pane lies over the content instead of beside it.
 */
public final class SidePane extends Region {
    private static final double STANDARD = 372;
    private static final double LEAST = 320;
    private static final double MOST = 520;
    /** A window of 1180 less the navigation. */
    private static final double ROOM_FOR_BOTH = 1180 - 152;
    private static final double GRIP = 6;
    private final Node content;
    private final Supplier<? extends Region> maker;
    private Region side;
    private final Region grip = new Region();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private double dragged;

    /** @param pane makes the pane when it is first opened */
    public SidePane(Node content, Supplier<? extends Region> pane) {
        this.content = content;
        this.maker = pane;
        grip.setCursor(Cursor.H_RESIZE);
        grip.setOnMouseDragged(event -> {
            dragged = Math.clamp(getWidth() - sceneToLocal(event.getSceneX(), 0).getX(), LEAST * scale(), MOST * scale());
            requestLayout();
        });
        getChildren().addAll(content, grip);
        open.subscribe(now -> {
            if (now && side == null) {
                side = maker.get();
                getChildren().add(1, side);
            }
            if (side != null) {
                side.setVisible(now);
            }
            grip.setVisible(now);
            requestLayout();
        });
    }

    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether something in the pane has the focus. */
    public boolean holdsFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == side) {
                return true;
            }
        }
        return false;
    }

    /** Whether the pane hides a part of the content. */
    public boolean isCovering() {
        return open.get() && getWidth() < ROOM_FOR_BOTH * scale();
    }

    private double wide() {
        return Math.min(getWidth(), dragged > 0 ? dragged : STANDARD * scale());
    }

    /** How much larger the pane wants to be than at the standard size of text. */
    private double scale() {
        return side != null && side.getPrefWidth() > 0 ? side.getPrefWidth() / STANDARD : 1;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height) + (open.get() ? wide() : 0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double beside = open.get() && !isCovering() ? wide() : 0;
        content.resizeRelocate(0, 0, Math.max(0, getWidth() - beside), getHeight());
        if (side != null) {
            side.resizeRelocate(getWidth() - wide(), 0, wide(), getHeight());
        }
        grip.resizeRelocate(getWidth() - wide() - GRIP / 2, 0, GRIP, getHeight());
    }
}
