package sh.inference.console.ui.common;

import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;

import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** A small chart without axes: steps from sample to sample, and nothing where there was none. Always beside its figure. */
public final class Sparkline extends Region {
    private static final double INSET = 1.5;
    private final Path line = new Path();
    private final double height;
    private float[] samples = {};
    private double most = 1;

    public Sparkline(double height) {
        this.height = height;
        getStyleClass().add("sparkline");
        line.getStyleClass().add("line");
        line.setManaged(false);
        getChildren().add(line);
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
        double step = getWidth() / Math.max(1, samples.length);
        boolean drawing = false;
        for (int i = 0; i < samples.length; i++) {
            if (Float.isNaN(samples[i])) {
                drawing = false;
                continue;
            }
            double y = Math.round(INSET + (getHeight() - 2 * INSET) * (1 - Math.clamp(samples[i] / Math.max(most, 1e-9), 0, 1))) + 0.5;
            steps.add(drawing ? new LineTo(i * step, y) : new MoveTo(i * step, y));
            steps.add(new LineTo((i + 1) * step, y));
            drawing = true;
        }
        line.getElements().setAll(steps);
    }
}
