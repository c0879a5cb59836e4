package sh.inference.console.state;

import java.time.Duration;
import java.util.Optional;

import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;

/**
 * Tells the operator what is wrong with the feeds while rows still look well: a clock that is off, streams that are not
 * to be had, a list that cannot be read. Each lasts as long as its cause. Confined to the FX thread.
 */
public final class FeedNotices {
    /** A clock that is off by more makes countdowns wrong by more than they say. */
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(10);
    private static final String WORKSPACE = "";
    private final Notices notices;

    public FeedNotices(Notices notices, Diagnostics diagnostics) {
        this.notices = notices;
        diagnostics.countsProperty().subscribe(this::look);
    }

    private void look(Diagnostics.Counts now) {
        say("clock", now.traffic().clockSkew().filter(skew -> skew.abs().compareTo(TOLERATED_SKEW) > 0)
                .map(skew -> Text.of(skew.isNegative() ? "notice.clock.ahead" : "notice.clock.behind", skew.abs().toSeconds())));
        say("stream:workspace", Optional.ofNullable(now.refused().get(WORKSPACE)).map(why -> Text.of("notice.stream.workspace", why.title(), why.next())));
        Optional<Problem> one = now.refused().entrySet().stream().filter(entry -> !entry.getKey().equals(WORKSPACE)).map(entry -> entry.getValue()).findFirst();
        long refused = now.refused().keySet().stream().filter(id -> !id.equals(WORKSPACE)).count();
        say("stream:engines", one.map(why -> Text.of("notice.stream.engines", refused, why.title(), why.next())));
        say("list", now.listProblem().map(why -> Text.of("notice.list", why.title(), why.next())));
    }

    private void say(String about, Optional<Text> words) {
        words.ifPresentOrElse(text -> notices.raise("feed:" + about, Notice.Level.WARNING, text), () -> notices.end("feed:" + about));
    }
}
