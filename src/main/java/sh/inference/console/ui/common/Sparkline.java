package sh.inference.console.ui.common;

import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** A small chart without axes: steps from sample to sample, and nothing where there was none. Always beside its figure. */
public final class Sparkline extends Region {
    private static final double INSET = 1.5;
    private final Path line = new Path();
    private final Path gaps = new Path();
    private final Label word;
    private final double height;
    private float[] samples = {};
    private double most = 1;

    /** A chart in a row: only what is missing between two values is shaded. */
    public Sparkline(double height) {
        this(height, "");
    }

    /** @param noData what stands in a gap that is wide enough; with it everything that is missing is shaded */
    public Sparkline(double height, String noData) {
        this.height = height;
        this.word = new Label(noData);
        getStyleClass().add("sparkline");
        line.getStyleClass().add("line");
        gaps.getStyleClass().add("gaps");
        word.getStyleClass().addAll("hint", "subtle");
        word.setVisible(false);
        // In rows, of which there are many, there are no words.
        List<Node> nodes = noData.isEmpty() ? List.of(gaps, line) : List.of(gaps, line, word);
        nodes.forEach(node -> node.setManaged(false));
        getChildren().addAll(nodes);
        setMinWidth(0);
    }

    /**
     * @param values oldest first, {@code NaN} for a gap
     * @param top    the value at the upper edge
     */
    public void show(float[] values, double top) {
        if (top != most || !Arrays.equals(values, samples)) {
            samples = values;
            most = top;
            requestLayout();
        }
    }

    /** Whether there is anything to see. */
    public boolean isBlank() {
        for (float sample : samples) {
            if (!Float.isNaN(sample)) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected double computePrefWidth(double given) {
        return 60;
    }

    @Override
    protected double computePrefHeight(double given) {
        return height;
    }

    @Override
    protected void layoutChildren() {
        List<PathElement> steps = new ArrayList<>();
        List<PathElement> shades = new ArrayList<>();
        double step = getWidth() / Math.max(1, samples.length);
        boolean drawing = false;
        int missing = word.getText().isEmpty() ? -1 : 0;
        double[] widest = new double[2];
        for (int i = 0; i < samples.length; i++) {
            if (Float.isNaN(samples[i])) {
                drawing = false;
                continue;
            }
            shade(shades, missing, i, step, widest);
            missing = i + 1;
            double y = Math.round(INSET + (getHeight() - 2 * INSET) * (1 - Math.clamp(samples[i] / Math.max(most, 1e-9), 0, 1))) + 0.5;
            steps.add(drawing ? new LineTo(i * step, y) : new MoveTo(i * step, y));
            steps.add(new LineTo((i + 1) * step, y));
            drawing = true;
        }
        shade(shades, isBlank() ? -1 : missing, samples.length, step, widest);
        line.getElements().setAll(steps);
        gaps.getElements().setAll(shades);
        boolean room = !word.getText().isEmpty() && widest[1] - widest[0] > word.prefWidth(-1) + 2 * INSET;
        word.setVisible(room);
        if (room) {
            word.resizeRelocate((widest[0] + widest[1] - word.prefWidth(-1)) / 2, (getHeight() - word.prefHeight(-1)) / 2, word.prefWidth(-1), word.prefHeight(-1));
        }
    }

    /** Shades what is missing from one sample to before another; nothing was missing before the first one that counts. */
    private void shade(List<PathElement> into, int from, int to, double step, double[] widest) {
        if (from < 0 || from >= to) {
            return;
        }
        double left = from * step;
        double right = to * step;
        into.addAll(List.of(new MoveTo(left, 0), new LineTo(right, 0), new LineTo(right, getHeight()), new LineTo(left, getHeight()), new ClosePath()));
        if (right - left > widest[1] - widest[0]) {
            widest[0] = left;
            widest[1] = right;
        }
    }
}
