package sh.inference.console.ui.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.state.Notice;
import sh.inference.console.state.Notices;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

/** The notices in words, and how many of them are new. Confined to the FX thread. */
public final class NoticesViewModel {
    private static final Duration TODAY = Duration.ofHours(12);
    private final Notices notices;
    private final Messages words;
    private final Ticker ticker;
    private final Remedies remedies;
    private final ObservableList<NoticeLine> lines = FXCollections.observableArrayList();
    private final ObservableList<NoticeLine> view = FXCollections.unmodifiableObservableList(lines);

    public NoticesViewModel(Notices notices, Messages words, Ticker ticker, Remedies remedies) {
        this.remedies = remedies;
        this.notices = notices;
        this.words = words;
        this.ticker = ticker;
        notices.all().addListener((InvalidationListener) changed -> refresh());
        refresh();
    }

    /** Newest first. */
    public ObservableList<NoticeLine> lines() {
        return view;
    }

    /** Does what can be done about a line, if that is still so. */
    public void remedy(NoticeLine line) {
        int index = lines.indexOf(line);
        if (index >= 0) {
            of(notices.all().get(index)).ifPresent(remedy -> remedy.run().run());
        }
    }

    private Optional<Remedies.Remedy> of(Notice notice) {
        return notice.isLiving() ? remedies.of(notice) : Optional.empty();
    }

    /** The operator opened the list and closes it again: all of it was seen. */
    public void closed() {
        notices.markRead();
    }

    /** Takes away what was seen and is over. */
    public void clear() {
        notices.markRead();
        notices.clear();
    }

    private void refresh() {
        List<NoticeLine> now = new ArrayList<>();
        notices.all().forEach(notice -> now.add(line(notice)));
        lines.setAll(now);
    }

    private NoticeLine line(Notice notice) {
        String when = time(notice.at());
        if (notice.times() > 1) {
            when = words.of("notices.times", when, notice.times());
        }
        Optional<Instant> end = notice.endedAt();
        if (end.isPresent()) {
            when = words.of("notices.over", when, time(end.get()));
        }
        String level = words.of("notices.level." + notice.level().name().toLowerCase(Locale.ROOT));
        return new NoticeLine(notice.level(), level, words.of(notice.text()), when, !notice.read(), end.isPresent(), of(notice).map(remedy -> words.of(remedy.words())).orElse(""));
    }

    private String time(Instant at) {
        boolean old = Duration.between(at, ticker.now()).compareTo(TODAY) > 0;
        return old ? words.formats().shortDateTime(at) : words.formats().time(at);
    }
}
