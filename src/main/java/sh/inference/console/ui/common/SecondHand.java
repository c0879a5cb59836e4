package sh.inference.console.ui.common;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Moves a {@link Ticker} once a second while it runs. */
public final class SecondHand {
    private final Timeline timeline;

    public SecondHand(Ticker ticker) {
        timeline = new Timeline(new KeyFrame(Duration.seconds(1), event -> ticker.tick()));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    public void start() {
        timeline.play();
    }

    public void stop() {
        timeline.stop();
    }
}
