package sh.inference.console.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static sh.inference.console.testing.JournalLines.AT;

import java.util.List;

import org.junit.jupiter.api.Test;

import sh.inference.console.journal.JournalEntry.Kind;
import sh.inference.console.journal.JournalItem.Ending;
import sh.inference.console.testing.JournalLines;

class JournalItemsTest {
    @Test
    void theLinesOfAnOperationAreOneItemAndTheNewestOperationComesFirst() {
        JournalEntry first = JournalLines.drain("1", AT, "gpu-1", "");
        JournalEntry second = JournalLines.drain("2", AT.plusSeconds(1), "gpu-2", "");
        List<JournalItem> items = JournalItems.of(List.of(first, second, JournalLines.step(first, Kind.ACCEPTED, AT.plusSeconds(2), "ACCEPTED"),
                JournalLines.step(first, Kind.OUTCOME, AT.plusSeconds(3), "DONE")));
        assertThat(items).extracting(item -> item.first().operation()).containsExactly("2", "1");
        assertThat(items).extracting(JournalItem::ending).containsExactly(Ending.OPEN, Ending.DONE);
        assertThat(items.getLast().lines()).hasSize(3);
    }

    @Test
    void theLastOutcomeCounts() {
        JournalEntry asked = JournalLines.drain("1", AT, "gpu-1", "");
        assertThat(JournalItems.of(List.of(asked, JournalLines.step(asked, Kind.OUTCOME, AT, "TIMED_OUT"), JournalLines.step(asked, Kind.OUTCOME, AT, "DONE"))))
                .extracting(JournalItem::ending).containsExactly(Ending.DONE);
    }

    @Test
    void aVersionThatMovedWithoutBeingAskedForWasMovedElsewhere() {
        List<JournalItem> items = JournalItems.of(List.of(JournalLines.sight(AT, "flux", "v1"), JournalLines.sight(AT.plusSeconds(60), "flux", "v1"),
                JournalLines.sight(AT.plusSeconds(90), "flux", "v2")));
        assertThat(items).extracting(JournalItem::ending).containsExactly(Ending.MOVED, Ending.SEEN);
        assertThat(items.getFirst().former()).contains(JournalLines.sight(AT.plusSeconds(60), "flux", "v1"));
    }

    @Test
    void aVersionThatThisConsoleMovedIsALineOfItsOperation() {
        JournalEntry promote = JournalLines.promote("1", AT.plusSeconds(70), "flux", "v1", "v2");
        List<JournalItem> items = JournalItems.of(List.of(JournalLines.sight(AT, "flux", "v1"), promote, JournalLines.sight(AT.plusSeconds(90), "flux", "v2"),
                JournalLines.sight(AT.plusSeconds(120), "flux", "v3")));
        assertThat(items).extracting(JournalItem::ending).containsExactly(Ending.MOVED, Ending.OPEN, Ending.SEEN);
        assertThat(items.get(1).last().state()).isEqualTo("v2");
        assertThat(items.getFirst().former()).map(JournalEntry::state).contains("v2");
    }

    @Test
    void aPromotionThatFailedOrIsLongOverMovedNothing() {
        JournalEntry failed = JournalLines.promote("1", AT.plusSeconds(70), "flux", "v1", "v2");
        JournalEntry old = JournalLines.promote("2", AT.plusSeconds(70), "voice", "v1", "v2");
        List<JournalItem> items = JournalItems.of(List.of(JournalLines.sight(AT, "flux", "v1"), JournalLines.sight(AT, "voice", "v1"), failed, old,
                JournalLines.step(failed, Kind.OUTCOME, AT.plusSeconds(71), "FAILED"), JournalLines.sight(AT.plusSeconds(90), "flux", "v2"),
                JournalLines.sight(AT.plusSeconds(2000), "voice", "v2")));
        assertThat(items.subList(0, 2)).extracting(JournalItem::ending).containsOnly(Ending.MOVED);
    }
}
