package sh.inference.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

@ExtendWith(FxExtension.class)
class NextPictureTest {
    private final List<Runnable> asked = new ArrayList<>();
    private final NextPicture next = new NextPicture(task -> {
        asked.add(task);
        new UiThread().execute(task);
    });
    private final Label label = new Label("before");
    private final List<String> laidOut = new ArrayList<>();
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new StackPane(label), 300, 200));
            stage.getScene().addPostLayoutPulseListener(() -> laidOut.add(label.getText()));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @Test
    void whatIsAskedForTogetherIsOnScreenWithOnePicture() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        int seen = Fx.call(laidOut::size);
        Fx.run(() -> {
            next.execute(() -> label.setText("half"));
            next.execute(() -> {
                label.setText("whole");
                done.countDown();
            });
        });
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        Fx.await("the picture", 5, () -> laidOut.contains("whole"));

        assertThat(Fx.call(() -> List.copyOf(laidOut.subList(seen, laidOut.size())))).doesNotContain("half");
        assertThat(asked).hasSize(1);
    }

    @Test
    void nothingIsLostWhereManyAskWhilePicturesComeAndGo() throws InterruptedException {
        AtomicInteger run = new AtomicInteger();
        for (int round = 0; round < 20; round++) {
            CountDownLatch done = new CountDownLatch(4);
            for (int thread = 0; thread < 4; thread++) {
                Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 100; i++) {
                        next.execute(run::incrementAndGet);
                    }
                    done.countDown();
                });
            }
            done.await();
            int wanted = (round + 1) * 400;
            Fx.await("round " + round, 5, () -> run.get() == wanted);
        }
    }

    @Test
    void whatATaskAsksForBelongsToTheSamePicture() {
        int seen = Fx.call(laidOut::size);
        Fx.run(() -> next.execute(() -> {
            label.setText("first");
            next.execute(() -> label.setText("second"));
        }));
        Fx.await("the picture", 5, () -> laidOut.contains("second"));

        assertThat(Fx.call(() -> List.copyOf(laidOut.subList(seen, laidOut.size())))).doesNotContain("first");
    }
}
