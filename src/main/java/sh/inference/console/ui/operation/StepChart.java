package sh.inference.console.ui.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import sh.inference.console.ops.OperationRecord.Point;
import sh.inference.console.text.Messages;

/** Tasks left over time, as steps. A time without a line is a gap; the time without progress is shaded and says so. */
final class StepChart extends Region {
    private static final double LEFT = 34;
    private static final double BOTTOM = 18;
    private static final double TOP = 6;
    private static final int MOST_MARKS = 6;
    private final Messages words;
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
        setMinHeight(110);
        setPrefHeight(110);
        setMaxHeight(110);
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
        List<Node> nodes = new ArrayList<>();
        if (chart != null && getWidth() > LEFT) {
            chart.stillSince().ifPresent(since -> still(nodes, since));
            grid(nodes);
            steps(nodes);
        }
        getChildren().setAll(nodes);
    }

    private void grid(List<Node> nodes) {
        int most = chart.most();
        int stride = Math.max(1, (most + 3) / 4);
        for (int n = 0; n <= most; n += stride) {
            nodes.add(line(LEFT, y(n), getWidth(), y(n), "chart-grid"));
            nodes.add(label(String.valueOf(n), 4, y(n), VPos.CENTER, "chart-label"));
        }
        for (int i = 0; i <= MOST_MARKS - 1; i++) {
            Instant at = chart.from().plusMillis(span() * i / (MOST_MARKS - 1));
            Text text = label(words.formats().time(at), 0, getHeight() - BOTTOM + 4, VPos.TOP, "chart-label");
            double width = text.getLayoutBounds().getWidth();
            text.setX(Math.clamp(x(at) - width / 2, LEFT, Math.max(LEFT, getWidth() - width)));
            nodes.add(text);
        }
    }

    private void steps(List<Node> nodes) {
        List<Point> points = chart.points();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double from = x(point.at());
            double to = i + 1 < points.size() ? x(points.get(i + 1).at()) : x(chart.to());
            if (point.live()) {
                nodes.add(line(from, y(point.tasks()), to, y(point.tasks()), "chart-line"));
                if (i > 0 && points.get(i - 1).live()) {
                    nodes.add(line(from, y(points.get(i - 1).tasks()), from, y(point.tasks()), "chart-line"));
                }
            } else {
                nodes.add(area(from, to, "chart-gap"));
                nodes.add(label(words.of("operations.chart.gap"), from + 3, getHeight() - BOTTOM - 6, VPos.BOTTOM, "chart-label"));
            }
        }
    }

    private void still(List<Node> nodes, Instant since) {
        nodes.add(area(x(since), x(chart.to()), "chart-still"));
        Text text = label(words.of("operations.chart.still", since), 0, TOP + 3, VPos.TOP, "chart-still-label");
        text.setX(Math.clamp(x(since) + 6, LEFT, Math.max(LEFT, getWidth() - text.getLayoutBounds().getWidth() - 6)));
        nodes.add(text);
    }

    private long span() {
        return Math.max(1, Duration.between(chart.from(), chart.to()).toMillis());
    }

    private double x(Instant at) {
        double share = (double) Duration.between(chart.from(), at).toMillis() / span();
        return LEFT + Math.clamp(share, 0, 1) * (getWidth() - LEFT);
    }

    private double y(int tasks) {
        double room = getHeight() - TOP - BOTTOM - 4;
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
