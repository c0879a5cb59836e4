package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * Parts side by side, each shown whole or not at all: those that do not fit are items of a menu at the end that says how many
 * there are, and are not made before there is room for them. It is to be given whatever room is left beside it.
 */
public final class OverflowLine extends Region {
    /**
     * A part, made when it is first to be shown, and the same as an item of the menu.
     *
     * @param counted whether it is one of those whose number the menu says
     */
    public record Part(Supplier<? extends Node> maker, MenuItem item, boolean counted) {
        public Part(Supplier<? extends Node> maker, MenuItem item) {
            this(maker, item, true);
        }
    }

    private static final double GAP = 6;
    /** So many are made at once: a headline and what follows it say how high the line is. */
    private static final int FIRST = 2;
    private final MenuButton more = new MenuButton();
    private final Function<Integer, String> moreText;
    private final List<Part> parts = new ArrayList<>();
    private final List<Node> made = new ArrayList<>();
    private int least = 1;
    private int hiddenFrom = -1;
    private final Map<Integer, Double> widths = new HashMap<>();
    private Font measured;

    /** @param moreText the text of the menu for so many parts that do not fit */
    public OverflowLine(String menuId, Function<Integer, String> moreText) {
        this.moreText = moreText;
        more.setId(menuId);
        more.getStyleClass().add("quiet");
        getStyleClass().add("overflow-line");
    }

    /** Lets even the first part go into the menu where there is no room for it. */
    public OverflowLine orNone() {
        least = 0;
        return this;
    }

    /** Shows other parts. The first one stays whatever the room, unless {@link #orNone()} was called. */
    public void setParts(List<Part> now) {
        parts.clear();
        parts.addAll(now);
        hiddenFrom = -1;
        widths.clear();
        made.clear();
        now.stream().limit(FIRST).forEach(part -> made.add(part.maker().get()));
        getChildren().setAll(made);
        getChildren().add(more);
        requestLayout();
    }

    private Node node(int i) {
        while (made.size() <= i) {
            Node node = parts.get(made.size()).maker().get();
            getChildren().add(made.size(), node);
            made.add(node);
            // Its width is asked for before the next pulse would dress it.
            node.applyCss();
        }
        return made.get(i);
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = 0;
        for (Node child : getChildren()) {
            height = Math.max(height, child.prefHeight(-1));
        }
        return height + snappedTopInset() + snappedBottomInset();
    }

    /** The first part, where it stays, and the menu of the others are always whole. */
    @Override
    protected double computeMinWidth(double height) {
        double first = parts.isEmpty() || least == 0 ? 0 : node(0).prefWidth(-1);
        if (parts.size() > least && more.getText().isEmpty()) {
            more.setText(moreText.apply(hidden(least)));
        }
        return snappedLeftInset() + snappedRightInset() + first + (parts.size() > least ? GAP + more.prefWidth(-1) : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset();
        for (Node node : made) {
            width += node.prefWidth(-1) + GAP;
        }
        return width;
    }

    @Override
    protected void layoutChildren() {
        double right = getWidth() - snappedRightInset();
        int fit = fitting(right, 0);
        if (fit < parts.size()) {
            fit = fitting(right, widthFor(hidden(fit)));
        }
        showMore(fit);
        double x = snappedLeftInset();
        for (int i = 0; i < made.size(); i++) {
            Node node = made.get(i);
            node.setVisible(i < fit);
            if (i < fit) {
                double width = Math.max(0, Math.min(node.prefWidth(-1), right - x));
                layoutInArea(node, x, 0, width, getHeight(), 0, HPos.LEFT, VPos.CENTER);
                x += width + GAP;
            }
        }
        layoutInArea(more, x, 0, Math.max(0, Math.min(more.prefWidth(-1), right - x)), getHeight(), 0, HPos.LEFT, VPos.CENTER);
    }

    private int fitting(double right, double kept) {
        double x = snappedLeftInset();
        for (int i = 0; i < parts.size(); i++) {
            x += node(i).prefWidth(-1);
            if (i >= least && x > right - kept) {
                return i;
            }
            x += GAP;
        }
        return parts.size();
    }

    /** How much room the menu takes, measured once: a text that is put there and taken away at each layout would ask for the next one. */
    private double widthFor(int hidden) {
        if (!more.getFont().equals(measured)) {
            measured = more.getFont();
            widths.clear();
        }
        return widths.computeIfAbsent(hidden, number -> {
            more.setText(moreText.apply(number));
            return more.prefWidth(-1) + GAP;
        });
    }

    private int hidden(int fit) {
        return (int) parts.stream().skip(fit).filter(Part::counted).count();
    }

    private void showMore(int fit) {
        more.setVisible(fit < parts.size());
        more.setText(moreText.apply(hidden(fit)));
        if (fit != hiddenFrom) {
            hiddenFrom = fit;
            more.getItems().setAll(parts.subList(fit, parts.size()).stream().map(Part::item).toList());
        }
    }
}
