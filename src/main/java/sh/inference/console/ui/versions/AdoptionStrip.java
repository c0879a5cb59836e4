package sh.inference.console.ui.versions;

import java.util.Optional;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.IdText;

/** One segment per busy worker: plain for the current version, striped for who holds on to another one; with the names below. */
final class AdoptionStrip extends VBox {
    private static final int MOST_SEGMENTS = 40;
    private final IdText title = new IdText();
    private final HBox segments = new HBox();
    private final Label moved = new Label();
    private final Label holding = new Label();

    AdoptionStrip(Messages words) {
        setId("adoption");
        getStyleClass().addAll("adoption", "line-below");
        segments.getStyleClass().add("adoption-segments");
        Label heading = new Label(words.of("versions.adoption"));
        heading.getStyleClass().add("semibold");
        Label ends = new Label(words.of("versions.adoption.ends"));
        ends.getStyleClass().addAll("hint", "subtle");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, heading, title, gap, ends);
        line.setAlignment(Pos.BASELINE_LEFT);
        title.getStyleClass().add("muted");
        moved.setGraphic(Icons.of(Icons.CHECK, "small-icon", "ok-icon"));
        holding.setGraphic(Icons.of(Icons.DRAINING, "small-icon", "warn-icon"));
        holding.setId("adoption-holding");
        moved.getStyleClass().add("small");
        holding.getStyleClass().add("small");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox names = new HBox(12, moved, between, holding);
        getChildren().addAll(line, segments, names);
        show(Optional.empty());
    }

    void show(Optional<AdoptionLine> line) {
        setVisible(line.isPresent());
        setManaged(line.isPresent());
        line.ifPresent(now -> {
            title.setWords(now.title());
            moved.setText(now.movedWords());
            holding.setText(now.holdingWords());
            segments.setAccessibleText(now.title());
            draw(now.moved(), now.holding());
        });
    }

    /** Where workers are many, a segment stands for several. */
    private void draw(int there, int old) {
        int all = Math.max(1, there + old);
        int shown = Math.min(all, MOST_SEGMENTS);
        int held = old == 0 ? 0 : Math.max(1, (int) Math.round((double) old * shown / all));
        segments.getChildren().clear();
        for (int i = 0; i < shown; i++) {
            Region segment = new Region();
            segment.getStyleClass().addAll("adoption-segment", i < shown - held ? "moved" : "holding");
            HBox.setHgrow(segment, Priority.ALWAYS);
            segments.getChildren().add(segment);
        }
    }
}
