package sh.inference.console.ui.versions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import sh.inference.console.state.CurrentSighting;
import sh.inference.console.text.Messages;

/** Which version was current when, along one bar; where this console was not looking there is a gap. */
final class CurrentChart extends Region {
    private static final double HEIGHT = 16;
    private static final double LEAST = 3;
    private static final double LABEL_FITS = 64;
    private final Messages words;
    private final List<Label> spans = new ArrayList<>();
    private List<CurrentSighting> shown = List.of();
    private Instant now = Instant.EPOCH;

    CurrentChart(Messages words) {
        this.words = words;
        setId("current-chart");
        getStyleClass().add("current-chart");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void show(List<CurrentSighting> seen, Instant at) {
        now = at;
        if (!seen.equals(shown)) {
            shown = List.copyOf(seen);
            spans.clear();
            for (CurrentSighting one : shown) {
                Label span = new Label(one.versionId().substring(0, Math.min(8, one.versionId().length())));
                span.getStyleClass().addAll("current-span", "mono", one == shown.getLast() ? "now" : "then");
                span.setManaged(false);
                span.setTooltip(new Tooltip(words.of("versions.history.span", one.versionId(), words.formats().shortDateTime(one.from()), words.formats().shortDateTime(one.to()))));
                spans.add(span);
            }
            getChildren().setAll(spans);
        }
        setAccessibleText(words.of("versions.history"));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (shown.isEmpty()) {
            return;
        }
        Instant begin = shown.getFirst().from();
        double all = Math.max(1, Duration.between(begin, shown.getLast().to().isAfter(now) ? shown.getLast().to() : now).toMillis());
        double end = 0;
        for (int i = 0; i < spans.size(); i++) {
            CurrentSighting one = shown.get(i);
            double from = Math.max(end, getWidth() * Duration.between(begin, one.from()).toMillis() / all);
            double to = Math.max(from + LEAST, getWidth() * Duration.between(begin, one.to()).toMillis() / all);
            Label span = spans.get(i);
            span.setContentDisplay(to - from < LABEL_FITS ? javafx.scene.control.ContentDisplay.GRAPHIC_ONLY : javafx.scene.control.ContentDisplay.TEXT_ONLY);
            span.resizeRelocate(from, 0, Math.max(LEAST, Math.min(to, getWidth()) - from - 1), HEIGHT);
            end = to;
        }
    }
}
