package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

/** A bar of two parts, with room for one line and without. */
@ExtendWith(FxExtension.class)
class WrapBarTest {
    private final Region left = part(100, 300);
    private final Region right = part(200, 200);

    @Test
    void inOneLineTheRightPartStandsAtTheEndAndTheLeftOneHasTheRest() {
        WrapBar bar = laidOut(false, 500);
        assertThat(bar.getHeight()).isEqualTo(20);
        assertThat(right.getLayoutX()).isEqualTo(300);
        assertThat(left.getWidth()).isEqualTo(292);
    }

    @Test
    void theLeftPartGivesWayDownToItsLeastBeforeThereAreTwoLines() {
        assertThat(laidOut(false, 308).getHeight()).isEqualTo(20);
        assertThat(laidOut(false, 300).getHeight()).isEqualTo(44);
        assertThat(right.getLayoutX()).isZero();
    }

    @Test
    void aPartThatIsToBeWholeTakesALineOfItsOwnSooner() {
        assertThat(laidOut(true, 500).getHeight()).isEqualTo(44);
        assertThat(laidOut(true, 508).getHeight()).isEqualTo(20);
    }

    @Test
    void partsThatFlowAreAsWideAsTheyStandInOneLine() {
        FlowPane flowing = new FlowPane(10, 4, part(90, 90), part(100, 100));
        flowing.setPrefWrapLength(3000);
        assertThat(laidOut(true, 508, flowing).getHeight()).isEqualTo(20);
        assertThat(flowing.getLayoutX()).isEqualTo(308);
        assertThat(laidOut(true, 500, flowing).getHeight()).isEqualTo(44);
    }

    private WrapBar laidOut(boolean whole, double width) {
        return laidOut(whole, width, right);
    }

    private WrapBar laidOut(boolean whole, double width, Region end) {
        return Fx.call(() -> {
            WrapBar bar = new WrapBar();
            bar.setWhole(whole);
            bar.getChildren().addAll(left, end);
            VBox box = new VBox(bar);
            new Scene(box, width, 200);
            box.resize(width, 200);
            box.layout();
            return bar;
        });
    }

    private static Region part(double least, double wide) {
        Region part = new Region();
        part.setMinSize(least, 20);
        part.setPrefSize(wide, 20);
        part.setMaxSize(Double.MAX_VALUE, 20);
        return part;
    }
}
