package sh.inference.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.model.Text;
import sh.inference.console.state.Notice.Level;
import sh.inference.console.state.Notices;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.testing.Screens;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.notices.Remedies;

@ExtendWith(FxExtension.class)
class NoticesBellTest {
    private final ManualClock clock = new ManualClock(Engines.NOW);
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final Notices notices = new Notices(clock);
    private NoticesBell bell;
    private Button button;
    private Scene scene;
    private Theme theme;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            bell = new NoticesBell(notices, words, new Ticker(clock), new ViewLoader(words.bundle()), Remedies.NONE);
            button = (Button) bell.button();
            HBox header = new HBox(button);
            header.setAlignment(Pos.TOP_RIGHT);
            StackPane window = new StackPane(header, bell.flyout());
            scene = new Scene(window, 900, 600);
            window.getStylesheets().add(ShellView.class.getResource("shell.css").toExternalForm());
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @Test
    void withoutNewsTheListSaysSo() {
        assertThat(Fx.call(button::getAccessibleText)).isEqualTo("Notices: nothing new");
        press();
        picture("empty");
        assertThat(Fx.call(() -> bell.flyout().openProperty().get())).isTrue();
    }

    @Test
    void theBellCountsWhatIsNewAndTheListShowsItUntilItIsClosed() {
        Fx.run(this::fill);
        assertThat(Fx.call(button::getText)).isEqualTo("4");
        press();
        picture("some");
        assertThat(Fx.call(() -> list().getItems().size())).isEqualTo(4);
        Keys.push(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> bell.flyout().openProperty().get())).isFalse();
        assertThat(Fx.call(button::isFocused)).isTrue();
        assertThat(Fx.call(button::getText)).isEmpty();
        press();
        assertThat(Fx.call(() -> list().getItems().size())).as("it can be read again").isEqualTo(4);
        picture("read");
    }

    private void fill() {
        notices.raise("skew", Level.WARNING, Text.verbatim("This computer's clock is 47 s behind the service's. Countdowns are corrected by that."));
        clock.advance(Duration.ofMinutes(6));
        notices.end("skew");
        notices.tell("service:fee", Level.INFO, Text.of("notice.service", "a service fee of 4 % applies to extensions made after 1 December"));
        clock.advance(Duration.ofMinutes(2));
        notices.tell("service:fee", Level.INFO, Text.of("notice.service", "a service fee of 4 % applies to extensions made after 1 December"));
        notices.raise("events", Level.WARNING, Text.verbatim("The workspace stream is refused: this key lacks teams:read. Engines off screen come from the polled list."));
        clock.advance(Duration.ofSeconds(40));
        notices.raise("deadline:e1", Level.ERROR, Text.verbatim("h100-west-2 should have ended 6 min ago and still bills."));
    }

    private void press() {
        Fx.run(button::requestFocus);
        Keys.push(KeyCode.SPACE);
    }

    private ListView<?> list() {
        return (ListView<?>) scene.lookup("#notices-list");
    }

    private void picture(String state) {
        Screens.saveAll(scene, theme, "notices-list", state);
    }
}
