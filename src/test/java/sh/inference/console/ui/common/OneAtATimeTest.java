package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

/** A list and its details, with room for both and with room for one. */
@ExtendWith(FxExtension.class)
class OneAtATimeTest {
    private final FxRobot robot = new FxRobot();
    private ListView<String> list;
    private Label details;
    private Stage stage;

    @Test
    void whereThereIsRoomForBothBothAreShownAndEnterChangesNothing() {
        show(900);
        Keys.push(KeyCode.ENTER);
        assertThat(isShown(list)).isTrue();
        assertThat(isShown(details)).isTrue();
    }

    @Test
    void whereThereIsNotEnterOpensTheDetailsAndEscLeadsBackToTheList() {
        show(400);
        assertThat(isShown(list)).isTrue();
        assertThat(isShown(details)).isFalse();
        Keys.push(KeyCode.ENTER);
        assertThat(isShown(details)).isTrue();
        assertThat(isShown(list)).isFalse();
        assertThat(Fx.call(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("page-back");
        Keys.push(KeyCode.ESCAPE);
        assertThat(isShown(list)).isTrue();
        assertThat(Fx.call(() -> list.isFocused())).isTrue();
    }

    @Test
    void aClickOnARowOpensTheDetailsAndAWiderWindowShowsBothAgain() {
        show(400);
        robot.clickOn(robot.lookup(node -> node instanceof javafx.scene.control.ListCell<?> cell && "first".equals(cell.getItem())).<Node>query());
        assertThat(isShown(details)).isTrue();
        assertThat(isShown(list)).isFalse();
        Fx.run(() -> stage.setWidth(900));
        Fx.await("both", 5, () -> isShown(list) && isShown(details));
    }

    private boolean isShown(Node node) {
        return Fx.call(() -> node.getScene() == stage.getScene());
    }

    private void show(double width) {
        Fx.run(() -> {
            list = new ListView<>(FXCollections.observableArrayList("first", "second"));
            details = new Label("details");
            Label hint = new Label("hint");
            hint.getStyleClass().add("hint");
            SplitPane split = new SplitPane(new VBox(hint, list), details);
            split.setId("page");
            split.setDividerPositions(0.4);
            new OneAtATime(split, hint, 50, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));
            Scene scene = new Scene(split, width, 500);
            new Theme(Optional.of(Look.LIGHT)).apply(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        Fx.settle();
    }
}
