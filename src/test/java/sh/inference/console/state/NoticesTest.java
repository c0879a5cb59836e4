package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import sh.inference.console.api.Answer;
import sh.inference.console.model.Text;
import sh.inference.console.state.Notice.Level;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;

class NoticesTest {
    private static final Text ENDS = Text.of("ends");
    private final ManualClock clock = new ManualClock(Engines.NOW);
    private final Notices notices = new Notices(clock);

    @Test
    void aCauseHasOneNoticeHoweverOftenItIsRaised() {
        notices.raise("deadline:e1", Level.WARNING, ENDS);
        notices.raise("deadline:e1", Level.WARNING, ENDS);
        assertThat(notices.all()).singleElement().satisfies(notice -> assertThat(notice.isLiving()).isTrue());
        assertThat(notices.unreadProperty().get()).isOne();
    }

    @Test
    void aNoticeThatWasSeenIsNewAgainOnlyWhenItGetsWorse() {
        notices.raise("deadline:e1", Level.WARNING, ENDS);
        notices.markRead();
        notices.raise("deadline:e1", Level.WARNING, Text.of("ends sooner"));
        assertThat(notices.unreadProperty().get()).isZero();
        notices.raise("deadline:e1", Level.ERROR, Text.of("overdue"));
        assertThat(notices.unreadProperty().get()).isOne();
        assertThat(notices.worstUnread()).contains(Level.ERROR);
        assertThat(notices.all()).singleElement().extracting(Notice::text).isEqualTo(Text.of("overdue"));
    }

    @Test
    void whenItsCauseEndsANoticeStaysToBeReadAndSaysSo() {
        notices.raise("deadline:e1", Level.WARNING, ENDS);
        clock.advance(Duration.ofMinutes(5));
        notices.end("deadline:e1");
        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.isLiving()).isFalse();
            assertThat(notice.endedAt()).contains(Engines.NOW.plusSeconds(300));
        });
        notices.raise("deadline:e1", Level.WARNING, ENDS);
        assertThat(notices.all()).hasSize(2);
    }

    @Test
    void whatIsSaidAgainAndAgainIsCountedNotListed() {
        notices.tell("service:fee", Level.INFO, ENDS);
        notices.markRead();
        clock.advance(Duration.ofSeconds(5));
        notices.tell("service:fee", Level.INFO, ENDS);
        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.times()).isEqualTo(2);
            assertThat(notice.at()).isEqualTo(Engines.NOW.plusSeconds(5));
            assertThat(notice.read()).isTrue();
        });
    }

    @Test
    void clearingKeepsWhatStillHoldsAndWhatIsNew() {
        notices.raise("holds", Level.WARNING, ENDS);
        notices.raise("over", Level.WARNING, ENDS);
        notices.end("over");
        notices.tell("once", Level.INFO, ENDS);
        notices.markRead();
        notices.tell("new", Level.INFO, ENDS);
        notices.clear();
        assertThat(notices.all()).extracting(Notice::cause).containsExactly("new", "holds");
    }

    @Test
    void theListIsBoundedAndWhatHoldsIsKept() {
        notices.raise("holds", Level.ERROR, ENDS);
        IntStream.range(0, 500).forEach(i -> notices.tell("once " + i, Level.INFO, ENDS));
        assertThat(notices.all()).hasSize(200);
        assertThat(notices.all().getLast().cause()).isEqualTo("holds");
    }

    @Test
    void aMessageOfTheServiceBecomesANoticeOfItsLevel() {
        ServiceNotes notes = new ServiceNotes(notices, Runnable::run);
        notes.accept(new Answer.Note("warning", "fee", "a fee applies"));
        notes.accept(new Answer.Note("shrug", "", "a word nobody knows"));
        notes.accept(new Answer.Note("error", "only_code", ""));
        notes.accept(new Answer.Note("", "", " "));
        assertThat(notices.all()).extracting(Notice::level).containsExactly(Level.ERROR, Level.INFO, Level.WARNING);
        assertThat(notices.all()).extracting(Notice::text)
                .containsExactly(Text.of("notice.service", "only_code"), Text.of("notice.service", "a word nobody knows"), Text.of("notice.service", "a fee applies"));
    }
}
