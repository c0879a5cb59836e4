package sh.inference.console.ui.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.state.Attention;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Freshness;
import sh.inference.console.ui.common.Deadline;
import sh.inference.console.ui.common.EngineWords;

/**
 * The engines somebody should look at, worst first; empty when all is well, and while old news would make the reasons
 * untrue.
 */
final class AttentionList {
    private static final Comparator<Attention> WORST_FIRST = Comparator.comparing(Attention::reason).thenComparing(Attention::at)
            .thenComparing(Attention::entry, RowOrder.NAME);
    private final EngineWords words;
    private final FleetStore fleet;
    private final ObservableList<AttentionItem> items = FXCollections.observableArrayList();

    AttentionList(FleetStore fleet, EngineWords words) {
        this.fleet = fleet;
        this.words = words;
    }

    ObservableList<AttentionItem> items() {
        return items;
    }

    void refresh(Instant now) {
        List<AttentionItem> found = isTrustworthy(fleet.connection().freshness()) ? find(now) : List.of();
        if (!items.equals(found)) {
            items.setAll(found);
        }
    }

    private List<AttentionItem> find(Instant now) {
        return fleet.attention(now).stream().filter(item -> isUrgent(item, now)).sorted(WORST_FIRST).map(item -> item(item, now)).toList();
    }

    /** Old news are still shown, dimmed and with their age; but they do not say who needs attention now. */
    private static boolean isTrustworthy(Freshness freshness) {
        return !freshness.isOld() && !freshness.isDoubted(Instant.MIN);
    }

    private boolean isUrgent(Attention item, Instant now) {
        return item.reason() != Attention.Reason.ENDING || Deadline.of(item.at(), now, words.thresholds()) == Deadline.URGENT;
    }

    private AttentionItem item(Attention item, Instant now) {
        EngineEntry entry = item.entry();
        String why = switch (item.reason()) {
            case OVERDUE -> words.messages().of("engines.attention.overdue", Duration.between(item.at(), now));
            case DISCONNECTED -> words.messages().of("engines.attention.disconnected", EngineWords.age(entry, now));
            case ENDING -> words.messages().of("engines.attention.ending", Duration.between(now, item.at()));
            case UNKNOWN_STATUS -> words.messages().of(entry.engine().isReadable() ? "engines.attention.unknown" : "engines.attention.unreadable");
        };
        return new AttentionItem(entry.engine().id(), words.name(entry.engine()), why, item.reason() == Attention.Reason.ENDING);
    }
}
