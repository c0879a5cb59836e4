package sh.inference.console.ui.confirm;

import java.math.BigDecimal;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import sh.inference.console.ops.extend.Hours;
import sh.inference.console.text.Messages;

/** The presets as segments beside the field they fill in. */
final class HoursPane extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    HoursPane(HoursChoice choice, Messages words) {
        getStyleClass().add("confirm-part");
        Label heading = new Label(words.of("confirm.hours"));
        heading.getStyleClass().add("section-title");
        TextField field = new TextField();
        field.setId("extend-hours");
        field.setPrefColumnCount(8);
        field.setAccessibleText(words.of("confirm.hours.field"));
        field.textProperty().bindBidirectional(choice.textProperty());
        heading.setLabelFor(field);
        HBox line = new HBox(12, presets(choice, words), field, new Label(words.of("confirm.hours.unit")));
        line.getStyleClass().add("confirm-name-line");
        Label complaint = new Label();
        complaint.setId("extend-complaint");
        complaint.getStyleClass().addAll("hint", "danger-text");
        complaint.textProperty().bind(choice.complaintProperty());
        complaint.visibleProperty().bind(choice.complaintProperty().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
        choice.complaintProperty().subscribe(why -> field.pseudoClassStateChanged(INVALID, !why.isEmpty()));
        getChildren().addAll(heading, line, complaint);
    }

    private static HBox presets(HoursChoice choice, Messages words) {
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (BigDecimal hours : HoursChoice.PRESETS) {
            ToggleButton button = new ToggleButton(words.of("confirm.hours.preset", Hours.words(hours)));
            button.setId("extend-preset-" + Hours.words(hours));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                choice.textProperty().set(Hours.words(hours));
                button.setSelected(true);
            });
            choice.textProperty().subscribe(text -> button.setSelected(Hours.words(hours).equals(text)));
            segments.getChildren().add(button);
        }
        segments.getChildren().getFirst().getStyleClass().add("first");
        segments.getChildren().getLast().getStyleClass().add("last");
        return segments;
    }
}
