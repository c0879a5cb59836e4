package sh.inference.console.ui.confirm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import sh.inference.console.ops.extend.Hours;
import sh.inference.console.text.Messages;

/** The choice of hours: three usual numbers side by side, and a field for any other. */
final class HoursPane extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private final HoursChoice choice;
    private final TextField field = new TextField();

    HoursPane(HoursChoice choice, Messages words) {
        this.choice = choice;
        getStyleClass().add("confirm-part");
        Label head = new Label(words.of("confirm.hours"));
        head.getStyleClass().add("section-title");
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        List<ToggleButton> buttons = new ArrayList<>();
        for (BigDecimal hours : HoursChoice.PRESETS) {
            buttons.add(segment(group, words.of("confirm.hours.preset", Hours.words(hours)), "extend-" + Hours.words(hours), Optional.of(hours)));
        }
        buttons.add(segment(group, words.of("confirm.hours.other"), "extend-other", Optional.empty()));
        buttons.getFirst().getStyleClass().add("first");
        buttons.getLast().getStyleClass().add("last");
        segments.getChildren().setAll(buttons);
        group.selectedToggleProperty().subscribe((before, now) -> keepOne(before, now));
        field.setId("extend-hours");
        field.setPrefColumnCount(7);
        field.setAccessibleText(words.of("confirm.hours.field"));
        field.setPromptText(words.of("confirm.hours.prompt"));
        field.textProperty().bindBidirectional(choice.textProperty());
        field.visibleProperty().bind(choice.presetProperty().map(Optional::isEmpty));
        field.managedProperty().bind(field.visibleProperty());
        HBox line = new HBox(8, segments, field);
        Label complaint = new Label();
        complaint.setId("extend-complaint");
        complaint.getStyleClass().addAll("hint", "danger-text");
        complaint.textProperty().bind(choice.complaintProperty());
        complaint.visibleProperty().bind(choice.complaintProperty().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
        choice.complaintProperty().subscribe(why -> {
            field.pseudoClassStateChanged(INVALID, !why.isEmpty());
            field.setAccessibleHelp(why);
        });
        getChildren().setAll(head, line, complaint);
    }

    private ToggleButton segment(ToggleGroup group, String word, String id, Optional<BigDecimal> hours) {
        ToggleButton button = new ToggleButton(word);
        button.setId(id);
        button.setToggleGroup(group);
        button.setSelected(choice.presetProperty().get().equals(hours));
        button.setOnAction(event -> {
            choice.presetProperty().set(hours);
            if (hours.isEmpty()) {
                field.requestFocus();
                field.selectAll();
            }
        });
        return button;
    }

    /** A second press on the chosen one does not take the choice away. */
    private static void keepOne(Toggle before, Toggle now) {
        if (now == null && before != null) {
            before.setSelected(true);
        }
    }
}
