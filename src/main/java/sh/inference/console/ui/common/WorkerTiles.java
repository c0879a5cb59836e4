package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;

/**
 * The workers of an engine as small tiles: busy is solid, idle an outline, reserved hatched, inactive dotted with a
 * slash. The tiles are reused; those that do not fit are counted at the end.
 */
public final class WorkerTiles extends Region {
    private static final int MOST = 8;
    private static final Map<WorkerStatus, PseudoClass> LOOKS = looks();
    private static final double WIDTH = 9;
    private static final double HEIGHT = 14;
    private static final double GAP = 2;
    private static final double MORE_WIDTH = 22;
    private final List<Rectangle> tiles = new ArrayList<>();
    private final WorkerStatus[] shown = new WorkerStatus[MOST];
    /** Says how many do not fit; made when that first happens. */
    private Optional<Label> more = Optional.empty();
    private int count;

    public WorkerTiles() {
        getStyleClass().add("ic-tiles");
        setMinWidth(0);
    }

    private static Map<WorkerStatus, PseudoClass> looks() {
        Map<WorkerStatus, PseudoClass> looks = new EnumMap<>(WorkerStatus.class);
        for (WorkerStatus status : WorkerStatus.values()) {
            looks.put(status, PseudoClass.getPseudoClass(status.name().toLowerCase(Locale.ROOT)));
        }
        return looks;
    }

    /** Shows workers in the order of their index. */
    public void show(List<Worker> workers) {
        boolean fewerOrMore = count != workers.size();
        count = workers.size();
        while (tiles.size() < Math.min(count, MOST)) {
            Rectangle tile = new Rectangle(WIDTH, HEIGHT);
            tile.getStyleClass().add("tile");
            tile.setManaged(false);
            tiles.add(tile);
            getChildren().add(tile);
        }
        for (int i = 0; i < Math.min(count, MOST); i++) {
            show(i, workers.get(i).status().value());
        }
        if (fewerOrMore) {
            requestLayout();
        }
    }

    // Most news leave most workers as they are, and every touch of a pseudo-class costs a walk through the styles.
    private void show(int i, WorkerStatus status) {
        if (shown[i] != status) {
            if (shown[i] != null) {
                tiles.get(i).pseudoClassStateChanged(LOOKS.get(shown[i]), false);
            }
            tiles.get(i).pseudoClassStateChanged(LOOKS.get(status), true);
            shown[i] = status;
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        int shown = Math.min(count, MOST);
        return shown * (WIDTH + GAP) + (count > MOST ? MORE_WIDTH : 0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        int fit = Math.min(Math.min(count, MOST), (int) ((getWidth() + GAP) / (WIDTH + GAP)));
        if (fit < count) {
            fit = Math.max(0, Math.min(fit, (int) ((getWidth() - MORE_WIDTH + GAP) / (WIDTH + GAP))));
        }
        double top = snapPositionY((getHeight() - HEIGHT) / 2);
        for (int i = 0; i < tiles.size(); i++) {
            Rectangle tile = tiles.get(i);
            tile.setVisible(i < fit);
            // Half a pixel in, so that an outline of one pixel is sharp.
            tile.setX(i * (WIDTH + GAP) + 0.5);
            tile.setY(top + 0.5);
            tile.setWidth(WIDTH - 1);
            tile.setHeight(HEIGHT - 1);
        }
        showMore(fit);
    }

    private void showMore(int fit) {
        if (fit < count && more.isEmpty()) {
            Label made = new Label();
            made.getStyleClass().addAll("hint", "subtle");
            made.setManaged(false);
            more = Optional.of(made);
            getChildren().add(made);
        }
        more.ifPresent(label -> {
            label.setVisible(fit < count);
            label.setText("+" + (count - fit));
            layoutInArea(label, fit * (WIDTH + GAP), 0, MORE_WIDTH, getHeight(), 0, null, javafx.geometry.HPos.LEFT, VPos.CENTER);
        });
    }
}
