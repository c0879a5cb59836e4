package sh.inference.console.ui.diagnostics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.model.Feed;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Traffic;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetStore;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Kinds;

/** The diagnostics in words. They are put into words only while somebody looks. Confined to the FX thread. */
public final class DiagnosticsViewModel {
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(10);
    private final Diagnostics diagnostics;
    private final FleetStore fleet;
    private final ProfileKind kind;
    private final Messages words;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<List<FigureGroup>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private boolean shown;

    /** @param kind of the profile the figures are about */
    public DiagnosticsViewModel(Diagnostics diagnostics, FleetStore fleet, ProfileKind kind, Messages words) {
        this.kind = kind;
        this.diagnostics = diagnostics;
        this.fleet = fleet;
        this.words = words;
        this.formats = words.formats();
        diagnostics.countsProperty().subscribe(now -> refresh());
    }

    ReadOnlyObjectProperty<List<FigureGroup>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /** Whether somebody looks. */
    public void setShown(boolean now) {
        shown = now;
        refresh();
    }

    /** All of it as text, one figure a line. */
    public String text() {
        return Kinds.marked(kind, groups.get().stream().map(group -> group.title() + "\n"
                + group.figures().stream().map(figure -> "  " + figure.name() + ": " + figure.value()).collect(Collectors.joining("\n"))).collect(Collectors.joining("\n")), words);
    }

    private void refresh() {
        if (shown || groups.get().isEmpty()) {
            Diagnostics.Counts counts = diagnostics.countsProperty().get();
            groups.set(List.of(feeds(counts), streams(counts), lists(counts), wire(counts.traffic(), counts.rate())));
        }
    }

    private FigureGroup feeds(Diagnostics.Counts counts) {
        Map<Feed, Integer> rows = new EnumMap<>(Feed.class);
        Instant oldest = null;
        int stale = 0;
        for (EngineEntry entry : fleet.entries().values()) {
            rows.merge(entry.feed(), 1, Integer::sum);
            stale += entry.stale() ? 1 : 0;
            oldest = oldest == null || entry.seenAt().isBefore(oldest) ? entry.seenAt() : oldest;
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(number("rows-engine", rows.getOrDefault(Feed.ENGINE, 0)));
        figures.add(number("rows-events", rows.getOrDefault(Feed.EVENTS, 0)));
        figures.add(number("rows-poll", rows.getOrDefault(Feed.POLL, 0)));
        figures.add(alarm("rows-stale", formats.number(stale), stale > 0));
        figures.add(figure("rows-oldest", oldest == null ? Formats.UNKNOWN : formats.time(oldest)));
        figures.add(alarm("refused", refused(counts), !counts.refused().isEmpty()));
        return new FigureGroup(words.of("diagnostics.group.feeds"), figures);
    }

    private String refused(Diagnostics.Counts counts) {
        Optional<Problem> why = counts.refused().values().stream().findFirst();
        return why.map(problem -> words.of("diagnostics.say.count", counts.refused().size(), problem.title())).orElseGet(() -> formats.number(0));
    }

    private FigureGroup streams(Diagnostics.Counts counts) {
        String skipped = counts.lastSkipped().map(why -> words.of("diagnostics.say.count", counts.skipped(), why)).orElseGet(() -> formats.number(counts.skipped()));
        return new FigureGroup(words.of("diagnostics.group.streams"), List.of(
                number("open", counts.traffic().streams()),
                figure("frames", words.of("diagnostics.say.rate", counts.frames(), decimal(counts.rate().frames()))),
                number("heartbeats", counts.heartbeats()),
                alarm("skipped", skipped, counts.skipped() > 0),
                number("others", counts.others()),
                number("reconnects", counts.reconnects()),
                figure("last-loss", counts.lastLoss().map(loss -> words.of("diagnostics.say.loss", loss.at(), loss.why().title())).orElse(Formats.UNKNOWN)),
                number("wakes", counts.wakes())));
    }

    private FigureGroup lists(Diagnostics.Counts counts) {
        return new FigureGroup(words.of("diagnostics.group.lists"), List.of(
                number("lists", counts.lists()),
                number("reads", counts.reads()),
                alarm("repairs", formats.number(counts.repairs()), counts.repairs() > 0),
                alarm("circles", formats.number(counts.circles()), counts.circles() > 0),
                alarm("list-problem", counts.listProblem().map(why -> words.of(why.title())).orElse(Formats.UNKNOWN), counts.listProblem().isPresent())));
    }

    private FigureGroup wire(Traffic traffic, Diagnostics.Rate rate) {
        Traffic.Latency latency = traffic.latency();
        String times = latency.samples() == 0 ? Formats.UNKNOWN
                : words.of("diagnostics.say.latency", latency.median().toMillis(), latency.p95().toMillis(), latency.longest().toMillis(), latency.samples());
        return new FigureGroup(words.of("diagnostics.group.wire"), List.of(
                number("requests", traffic.requests()),
                alarm("failures", formats.number(traffic.failures()), traffic.failures() > 0),
                number("repeats", traffic.repeats()),
                figure("latency", times),
                figure("bytes", words.of("diagnostics.say.bytes", megabytes(traffic.received()), kilobytes(rate.bytes()))),
                alarm("skew", skew(traffic.clockSkew()), traffic.clockSkew().filter(by -> by.abs().compareTo(TOLERATED_SKEW) > 0).isPresent())));
    }

    private String skew(Optional<Duration> skew) {
        return skew.map(by -> by.abs().compareTo(Duration.ofSeconds(1)) <= 0 ? words.of("diagnostics.say.skew.none")
                : words.of(by.isNegative() ? "diagnostics.say.skew.ahead" : "diagnostics.say.skew.behind", by.abs().toSeconds())).orElse(Formats.UNKNOWN);
    }

    private Figure number(String id, long value) {
        return figure(id, formats.number(value));
    }

    private Figure figure(String id, String value) {
        return alarm(id, value, false);
    }

    private Figure alarm(String id, String value, boolean alarm) {
        return new Figure(id, words.of("diagnostics." + id), value, alarm);
    }

    private static double decimal(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static double megabytes(double bytes) {
        return decimal(bytes / 1e6);
    }

    private static double kilobytes(double bytes) {
        return decimal(bytes / 1e3);
    }
}
