package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

/** The order of a dialog's buttons, as the platform has it: the one that acts stands last, on Windows before the one that cancels. */
public final class ButtonOrder {
    private ButtonOrder() {
    }

    /** Puts two buttons of a row, which stand there as cancel before act, into the order of this computer's platform. */
    public static void arrange(Button cancel, Button act) {
        arrange(cancel, act, System.getProperty("os.name", ""));
    }

    /** @param os the value of {@code os.name} */
    static void arrange(Button cancel, Button act, String os) {
        if (os.startsWith("Windows") && cancel.getParent() instanceof Pane row) {
            List<Node> order = new ArrayList<>(row.getChildren());
            order.set(row.getChildren().indexOf(cancel), act);
            order.set(row.getChildren().indexOf(act), cancel);
            row.getChildren().setAll(order);
        }
    }
}
