package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

/** A text that changes often, and what stands around it. */
@ExtendWith(FxExtension.class)
class FigureTest {
    private CountingBox around;
    private Figure figure;

    private static final class CountingBox extends HBox {
        private int layouts;

        @Override
        protected void layoutChildren() {
            layouts++;
            super.layoutChildren();
        }
    }

    @BeforeEach
    void show() {
        Fx.run(() -> {
            around = new CountingBox();
            figure = new Figure();
            figure.setText("1,234 busy");
            around.getChildren().add(figure);
            Stage stage = new Stage();
            stage.setScene(new Scene(around, 400, 40));
            stage.show();
        });
        layOut(() -> { });
    }

    /** How often all around was laid out anew by what was done. */
    private int layOut(Runnable change) {
        return Fx.call(() -> {
            int before = around.layouts;
            change.run();
            around.getScene().getRoot().applyCss();
            around.getScene().getRoot().layout();
            return around.layouts - before;
        });
    }

    private boolean isWhole() {
        return Fx.call(() -> figure.getWidth() >= figure.prefWidth(-1) && ((javafx.scene.text.Text) figure.lookup(".text")).getText().equals(figure.getText()));
    }

    @Test
    void anotherNumberOfTheSameLengthMovesNothing() {
        assertThat(layOut(() -> figure.setText("1,284 busy"))).isZero();
        assertThat(isWhole()).isTrue();
    }

    @Test
    void aLongerTextHasTheRoomItNeeds() {
        assertThat(layOut(() -> figure.setText("11,234 busy"))).isPositive();
        assertThat(isWhole()).isTrue();
    }

    @Test
    void roomThatIsNotNeededAnyMoreIsGivenBack() {
        double before = Fx.call(figure::getWidth);
        layOut(() -> figure.setText("4 busy"));
        assertThat(isWhole()).isTrue();
        assertThat(Fx.call(figure::getWidth)).isLessThan(before - 10);
    }

    @Test
    void largerLettersHaveTheRoomTheyNeed() {
        layOut(() -> figure.setFont(Font.font(30)));
        assertThat(isWhole()).isTrue();
        layOut(() -> figure.setText("1,284 busy"));
        assertThat(isWhole()).isTrue();
    }
}
