package sh.inference.console.ui.versions;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.TabLeaves;

/** The operator's own note beside the chosen version, said to be theirs and not the service's. */
final class NotePane extends VBox {
    private static final KeyCombination KEEP = KeyCombination.keyCombination("Shortcut+Enter");

    NotePane(NoteViewModel model, Messages words) {
        setId("version-note");
        getStyleClass().addAll("version-note", "line-above");
        Label title = new Label(words.of("versions.note"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("section-title");
        Label remark = new Label(words.of("versions.note.remark"));
        remark.setWrapText(true);
        remark.getStyleClass().addAll("hint", "subtle");
        TextArea text = new TextArea();
        text.setId("version-note-text");
        text.setPromptText(words.of("versions.note.prompt"));
        text.setAccessibleText(words.of("versions.note"));
        text.setWrapText(true);
        text.setPrefRowCount(2);
        text.textProperty().bindBidirectional(model.textProperty());
        TabLeaves.from(text);
        Button keep = new Button(words.of("versions.note.keep"));
        keep.setId("version-note-keep");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.disableProperty().bind(model.changedProperty().not());
        keep.setOnAction(event -> {
            // The button is off once there is nothing more to keep: the focus would wander out of the page.
            text.requestFocus();
            model.save();
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (KEEP.match(event)) {
                model.save();
                event.consume();
            }
        });
        Label origin = new Label();
        origin.setId("version-note-origin");
        origin.setWrapText(true);
        origin.getStyleClass().addAll("hint", "subtle");
        origin.textProperty().bind(model.originProperty());
        Label problem = new Label();
        problem.setId("version-note-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("danger-text");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        HBox below = new HBox(8, keep, origin);
        below.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(origin, Priority.ALWAYS);
        getChildren().addAll(new HBox(8, title, remark), text, below, problem);
    }
}
