package sh.inference.console.ui.common;

import java.util.List;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/**
 * A bar of two parts: what one types, chooses or reads first at the left, what is switched and told at the right. Where
 * there is no room for both in one line, as with large text, the right part stands in a line of its own below, and the bar
 * is {@code :wrapped}.
 */
public final class WrapBar extends Pane {
    private static final PseudoClass WRAPPED = PseudoClass.getPseudoClass("wrapped");
    private static final double GAP = 8;
    private static final double BETWEEN_LINES = 4;
    private boolean whole;

    /** Whether the left part wants its preferred width; otherwise it is content with its least. */
    public boolean isWhole() {
        return whole;
    }

    public void setWhole(boolean wanted) {
        whole = wanted;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest = 0;
        for (Node part : getManagedChildren()) {
            widest = Math.max(widest, part.minWidth(-1));
        }
        return snappedLeftInset() + widest + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (Node part : getManagedChildren()) {
            width += wide(part) + GAP;
        }
        return snappedLeftInset() + width + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width - snappedLeftInset() - snappedRightInset();
        double height = isWrapped(width) ? left().prefHeight(room) + BETWEEN_LINES + right().prefHeight(room)
                : Math.max(left().prefHeight(width < 0 ? -1 : leftRoom(room)), right().prefHeight(wide(right())));
        return snappedTopInset() + height + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double room = getWidth() - x - snappedRightInset();
        double height = getHeight() - y - snappedBottomInset();
        boolean wrapped = isWrapped(getWidth());
        pseudoClassStateChanged(WRAPPED, wrapped);
        if (wrapped) {
            double first = left().prefHeight(room);
            layoutInArea(left(), x, y, room, first, 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(right(), x, y + first + BETWEEN_LINES, room, right().prefHeight(room), 0, HPos.LEFT, VPos.CENTER);
        } else {
            double width = wide(right());
            layoutInArea(left(), x, y, leftRoom(room), height, 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(right(), x + room - width, y, width, height, 0, HPos.RIGHT, VPos.CENTER);
        }
    }

    private double leftRoom(double room) {
        return Math.max(0, room - wide(right()) - GAP);
    }

    private boolean isWrapped(double width) {
        double wanted = whole ? wide(left()) : left().minWidth(-1);
        return width > 0 && wanted + GAP + wide(right()) > width - snappedLeftInset() - snappedRightInset() + 1;
    }

    /** In one line. A pane whose parts flow would have the width it is to wrap at, whatever stands in it. */
    private static double wide(Node part) {
        if (!(part instanceof FlowPane flow)) {
            return part.prefWidth(-1);
        }
        double width = flow.getInsets().getLeft() + flow.getInsets().getRight();
        List<Node> parts = flow.getChildren().stream().filter(Node::isManaged).toList();
        for (Node one : parts) {
            width += Math.ceil(one.prefWidth(-1));
        }
        return width + Math.max(0, parts.size() - 1) * flow.getHgap();
    }

    private Node left() {
        return getManagedChildren().getFirst();
    }

    private Node right() {
        return getManagedChildren().getLast();
    }
}
