package sh.inference.console.bench;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window with nothing in it, which says so after its second layout: what a start of the console is compared with. */
public final class EmptyWindow extends Application {
    static final String SAYS = "an empty window is laid out";
    private int pulses;

    @Override
    public void start(Stage stage) {
        Scene scene = new Scene(new StackPane(), 1024, 768);
        scene.addPostLayoutPulseListener(this::pulse);
        stage.setScene(scene);
        stage.show();
    }

    private void pulse() {
        pulses++;
        if (pulses == 2) {
            System.out.println(SAYS);
            System.exit(0);
        }
        Platform.requestNextPulse();
    }
}
