package sh.inference.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import sh.inference.console.profile.WriteLock;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.profile.WritePolicy.Start;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

class WriteLockViewModelTest {
    private final ManualClock clock = new ManualClock();
    private final Ticker ticker = new Ticker(clock);

    @Test
    void theTimeLeftIsCountedDownToTheLock() {
        WriteLockViewModel model = model(Start.LOCKED);
        assertThat(model.textProperty().get()).isEqualTo("Writes locked");
        assertThat(model.unlockText()).contains("Unlock writes for 15 min");
        assertThat(model.canLock()).isFalse();
        model.unlock();
        assertThat(model.textProperty().get()).isEqualTo("Writes open · 15:00 left");
        pass(Duration.ofSeconds(192));
        assertThat(model.textProperty().get()).isEqualTo("Writes open · 11:48 left");
        assertThat(model.unlockText()).contains("Start 15 min anew");
        pass(Duration.ofSeconds(708));
        assertThat(model.textProperty().get()).isEqualTo("Writes locked");
        assertThat(model.stateProperty().get()).isEqualTo(WriteLock.State.LOCKED);
    }

    @Test
    void anOpenProfileCanBeLockedAndUnlockedWithoutATime() {
        WriteLockViewModel model = model(Start.OPEN);
        assertThat(model.textProperty().get()).isEqualTo("Writes open");
        assertThat(model.unlockText()).isEmpty();
        model.lock();
        assertThat(model.textProperty().get()).isEqualTo("Writes locked");
        assertThat(model.unlockText()).contains("Unlock writes");
        model.unlock();
        pass(Duration.ofHours(9));
        assertThat(model.textProperty().get()).isEqualTo("Writes open");
    }

    @Test
    void aReadOnlyProfileOffersNothing() {
        WriteLockViewModel model = model(Start.READ_ONLY);
        model.unlock();
        assertThat(model.textProperty().get()).isEqualTo("Read only");
        assertThat(model.unlockText()).isEmpty();
        assertThat(model.canLock()).isFalse();
    }

    private void pass(Duration time) {
        clock.advance(time);
        ticker.tick();
    }

    private WriteLockViewModel model(Start start) {
        WriteLock lock = new WriteLock(new WritePolicy(start, WritePolicy.STANDARD), clock);
        return new WriteLockViewModel(lock, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), ticker);
    }
}
