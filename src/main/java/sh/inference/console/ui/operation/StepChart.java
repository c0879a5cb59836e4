package sh.inference.console.ui.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import sh.inference.console.ops.OperationRecord.Point;
import sh.inference.console.text.Messages;

/** Tasks left over time, as steps. A time without a line is a gap; the time without progress is shaded and says so. */
final class StepChart extends Region {
    private static final double TOP = 6;
    private static final double GAP = 4;
    private static final double PLOT = 84;
    private static final int MOST_MARKS = 6;
    /** How much more than itself a time on the axis needs, so that no two touch. */
    private static final double APART = 1.4;
    private final Messages words;
    /** As wide as a time on the axis; it is measured and never seen. */
    private final Text gauge = label("00:00:00", 0, 0, VPos.TOP, "chart-label");
    private double left;
    private double bottom;
    private Chart chart;

    /**
     * What is drawn.
     *
     * @param stillSince from when on no progress is seen, if that is a verdict
     */
    record Chart(List<Point> points, Instant from, Instant to, Optional<Instant> stillSince) {
        int most() {
            return Math.max(1, points.stream().mapToInt(Point::tasks).max().orElse(1));
        }
    }

    StepChart(Messages words) {
        this.words = words;
        setId("operation-chart");
        getStyleClass().add("step-chart");
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        gauge.setVisible(false);
        getChildren().add(gauge);
    }

    /** What is drawn, and the times below, however large text is. */
    @Override
    protected double computePrefHeight(double width) {
        return TOP + PLOT + GAP + gauge.getLayoutBounds().getHeight();
    }

    void show(Chart now) {
        if (!now.equals(chart)) {
            chart = now;
            setAccessibleText(words.of("operations.chart.said", now.points().getFirst().tasks(), now.points().getLast().tasks()));
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        left = gauge.getLayoutBounds().getWidth() / 2 + GAP;
        bottom = gauge.getLayoutBounds().getHeight() + GAP;
        getChildren().setAll(gauge);
        if (chart != null && getWidth() > left) {
            chart.stillSince().ifPresent(this::still);
            grid();
            steps();
        }
    }

    /** Adds a text in its own size, so that it can be measured. */
    private Text add(Text text) {
        getChildren().add(text);
        text.applyCss();
        return text;
    }

    private void grid() {
        int most = chart.most();
        int stride = Math.max(1, (most + 3) / 4);
        for (int n = 0; n <= most; n += stride) {
            getChildren().add(line(left, y(n), getWidth(), y(n), "chart-grid"));
            add(label(String.valueOf(n), GAP, y(n), VPos.CENTER, "chart-label"));
        }
        int marks = (int) Math.clamp((getWidth() - left) / (gauge.getLayoutBounds().getWidth() * APART), 2, MOST_MARKS);
        String last = "";
        for (int i = 0; i < marks; i++) {
            Instant at = chart.from().plusMillis(span() * i / (marks - 1));
            String said = words.formats().time(at);
            // A chart of a few seconds has less to say.
            if (!said.equals(last)) {
                Text text = add(label(said, 0, getHeight() - bottom + GAP, VPos.TOP, "chart-label"));
                double width = text.getLayoutBounds().getWidth();
                text.setX(Math.clamp(x(at) - width / 2, left, Math.max(left, getWidth() - width)));
            }
            last = said;
        }
    }

    private void steps() {
        List<Point> points = chart.points();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double from = x(point.at());
            double to = i + 1 < points.size() ? x(points.get(i + 1).at()) : x(chart.to());
            if (point.live()) {
                getChildren().add(line(from, y(point.tasks()), to, y(point.tasks()), "chart-line"));
                if (i > 0 && points.get(i - 1).live()) {
                    getChildren().add(line(from, y(points.get(i - 1).tasks()), from, y(point.tasks()), "chart-line"));
                }
            } else {
                getChildren().add(area(from, to, "chart-gap"));
                add(label(words.of("operations.chart.gap"), from + 3, getHeight() - bottom - 6, VPos.BOTTOM, "chart-label"));
            }
        }
    }

    private void still(Instant since) {
        getChildren().add(area(x(since), x(chart.to()), "chart-still"));
        Text text = add(label(words.of("operations.chart.still", since), 0, TOP + 3, VPos.TOP, "chart-still-label"));
        text.setX(Math.clamp(x(since) + 6, left, Math.max(left, getWidth() - text.getLayoutBounds().getWidth() - 6)));
    }

    private long span() {
        return Math.max(1, Duration.between(chart.from(), chart.to()).toMillis());
    }

    private double x(Instant at) {
        double share = (double) Duration.between(chart.from(), at).toMillis() / span();
        return left + Math.clamp(share, 0, 1) * (getWidth() - left);
    }

    private double y(int tasks) {
        double room = getHeight() - TOP - bottom;
        return TOP + room - room * tasks / chart.most();
    }

    private Rectangle area(double from, double to, String styleClass) {
        Rectangle area = new Rectangle(from, TOP, Math.max(0, to - from), y(0) - TOP);
        area.getStyleClass().add(styleClass);
        return area;
    }

    private static Line line(double x1, double y1, double x2, double y2, String styleClass) {
        Line line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add(styleClass);
        return line;
    }

    private static Text label(String words, double x, double y, VPos origin, String styleClass) {
        Text text = new Text(x, y, words);
        text.setTextOrigin(origin);
        text.getStyleClass().add(styleClass);
        return text;
    }
}
