package sh.inference.console.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Text;
import sh.inference.console.state.Notice.Level;
import sh.inference.console.state.Notice;
import sh.inference.console.state.Notices;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

class NoticesViewModelTest {
    private final ManualClock clock = new ManualClock(Engines.NOW);
    private final Ticker ticker = new Ticker(clock);
    private final Notices notices = new Notices(clock);
    private final List<String> done = new ArrayList<>();
    private final NoticesViewModel model = new NoticesViewModel(notices, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), ticker, this::remedies);

    @Test
    void aMessageOfTheServiceIsQuotedWithItsTime() {
        notices.tell("service:fee", Level.WARNING, Text.of("notice.service", "a fee applies"));
        assertThat(model.lines()).singleElement().isEqualTo(new NoticeLine(Level.WARNING, "Warning", "The service says: a fee applies", "13:02:10", true, false, ""));
        assertThat(model.lines().getFirst().sentence()).isEqualTo("Warning: The service says: a fee applies (13:02:10)");
    }

    @Test
    void whatIsOverSaysSinceWhen() {
        notices.raise("skew", Level.WARNING, Text.verbatim("the clock is wrong"));
        clock.advance(Duration.ofMinutes(2));
        notices.end("skew");
        assertThat(model.lines().getFirst().when()).isEqualTo("13:02:10, over since 13:04:10");
        assertThat(model.lines().getFirst().isOver()).isTrue();
    }

    @Test
    void whatWasSaidYesterdaySaysTheDay() {
        notices.tell("once", Level.INFO, Text.verbatim("old"));
        clock.advance(Duration.ofHours(20));
        ticker.tick();
        notices.tell("once", Level.INFO, Text.verbatim("new"));
        assertThat(model.lines()).extracting(NoticeLine::when).containsExactly("09:02:10", "Tue 13 Oct 13:02");
    }

    @Test
    void closingTheListMakesAllOfItSeen() {
        notices.tell("once", Level.INFO, Text.verbatim("new"));
        model.closed();
        assertThat(notices.unreadProperty().get()).isZero();
        assertThat(model.lines().getFirst().isNew()).isFalse();
    }

    @Test
    void clearingLeavesWhatHolds() {
        notices.raise("holds", Level.ERROR, Text.verbatim("still so"));
        notices.tell("once", Level.INFO, Text.verbatim("said"));
        model.clear();
        assertThat(model.lines()).extracting(NoticeLine::text).containsExactly("still so");
    }

    private Optional<Remedies.Remedy> remedies(Notice notice) {
        return notice.cause().startsWith("deadline:") ? Optional.of(new Remedies.Remedy(Text.of("verb.extend"), () -> done.add(notice.cause()))) : Optional.empty();
    }

    @Test
    void whatCanBeDoneAboutALivingNoticeIsOneStepAway() {
        notices.raise("deadline:e", Level.WARNING, Text.verbatim("e ends soon"));
        notices.raise("other", Level.WARNING, Text.verbatim("other"));
        assertThat(model.lines()).extracting(NoticeLine::remedy).containsExactly("", "Extend");
        model.remedy(model.lines().getLast());
        assertThat(done).containsExactly("deadline:e");
        notices.end("deadline:e");
        assertThat(model.lines()).extracting(NoticeLine::remedy).containsOnly("");
        model.remedy(model.lines().getLast());
        assertThat(done).hasSize(1);
    }
}
