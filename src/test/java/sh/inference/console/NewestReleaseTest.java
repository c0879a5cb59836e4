package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.settings.Settings;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.ui.common.Ticker;

/** The manifest of engine releases stands on a host that the operator must agree to ask. */
class NewestReleaseTest {
    private final ManualClock clock = new ManualClock();
    private final Ticker ticker = new Ticker(clock);
    private final TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run);
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.STANDARD);
    private int asked;
    private boolean broken;
    private final NewestRelease release = new NewestRelease(this::ask, tasks, ticker);

    private String ask() throws IOException {
        asked++;
        if (broken) {
            throw new IOException("no line");
        }
        return "v1.10." + asked;
    }

    private void pass(Duration time) {
        clock.advance(time);
        ticker.tick();
    }

    @Test
    void nobodyIsAskedUntilTheOperatorAgreesAndNothingIsKnownTillThen() {
        release.whileAgreed(settings).start();
        pass(Duration.ofDays(1));
        assertThat(asked).isZero();
        assertThat(release.versionProperty().get()).isEmpty();
        settings.set(Settings.STANDARD.withReleases(true));
        assertThat(release.versionProperty().get()).isEqualTo("v1.10.1");
    }

    @Test
    void nothingIsKnownAnyMoreOnceTheConsentIsTakenBack() {
        settings.set(Settings.STANDARD.withReleases(true));
        release.whileAgreed(settings).start();
        settings.set(Settings.STANDARD);
        assertThat(release.versionProperty().get()).isEmpty();
        pass(Duration.ofDays(1));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void itIsAskedAgainEveryHourAndSoonerAfterAFailureThatForgetsNothing() {
        settings.set(Settings.STANDARD.withReleases(true));
        release.whileAgreed(settings).start();
        pass(Duration.ofMinutes(59));
        assertThat(asked).isEqualTo(1);
        broken = true;
        pass(Duration.ofMinutes(2));
        assertThat(asked).isEqualTo(2);
        assertThat(release.versionProperty().get()).isEqualTo("v1.10.1");
        broken = false;
        pass(Duration.ofMinutes(11));
        assertThat(release.versionProperty().get()).isEqualTo("v1.10.3");
    }

    @Test
    void theSandboxNeedsNoConsentForItsOwn() {
        release.always();
        assertThat(asked).as("not before the start").isZero();
        release.start();
        assertThat(release.versionProperty().get()).isEqualTo("v1.10.1");
    }
}
