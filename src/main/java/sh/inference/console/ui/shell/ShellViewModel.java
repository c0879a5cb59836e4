package sh.inference.console.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import sh.inference.console.fx.Derived;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Connection;
import sh.inference.console.state.Diagnostics;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.FleetSummary;
import sh.inference.console.state.Freshness;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

/** The frame around the pages: where one is, how fresh all of it is, what runs. Confined to the FX thread. */
public final class ShellViewModel {
    /** The pages, in the order of the navigation. */
    public enum Page {
        ENGINES, APPS, OPERATIONS, JOURNAL
    }

    /** How fresh things are, for the mark in the header. */
    public enum Mark {
        LIVE, CATCHING_UP, STALE, OFFLINE
    }

    /** How many there are of what the pages list. */
    private record Sizes(int engines, int apps, int operations) {
    }

    /** What stands in the banner. */
    public record Banner(String title, String remark) {
    }

    private static final Duration SAME_DAY = Duration.ofHours(12);
    private static final Duration SAID_FOR = Duration.ofSeconds(8);
    private final FleetStore fleet;
    private final AppsStore apps;
    private final OperationLog log;
    private final ConnectionProfile profile;
    private final Messages words;
    private final Ticker ticker;
    private final Runnable readNow;
    private final LastList lastList = new LastList();
    private Optional<Duration> skew = Optional.empty();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.ENGINES);
    private final ReadOnlyObjectWrapper<Mark> mark = new ReadOnlyObjectWrapper<>(Mark.CATCHING_UP);
    private final ReadOnlyObjectWrapper<Optional<Banner>> banner = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Page, String>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper skewed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper freshness = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper loaded = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper vram = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spend = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper running = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final Derived<FleetSummary, String> spendWords = new Derived<>(this::spend);
    private final Derived<FleetSummary, String> vramWords = new Derived<>(this::vram);
    private final Derived<Instant, String> clockWords = new Derived<>(this::date);
    private final Derived<Sizes, Map<Page, String>> countWords = new Derived<>(this::counts);
    private long underway;
    private boolean reached;
    private String said = "";
    private Instant saidUntil = Instant.MIN;

    public ShellViewModel(FleetStore fleet, AppsStore apps, OperationLog log, ConnectionProfile profile, Messages words, Ticker ticker, Diagnostics diagnostics,
                          Runnable readNow) {
        this.fleet = fleet;
        this.apps = apps;
        this.log = log;
        this.profile = profile;
        this.words = words;
        this.ticker = ticker;
        this.readNow = readNow;
        page.subscribe(now -> title.set(words.of("shell.title", profile.name(), profile.host(), words.of("page." + key(now)))));
        diagnostics.countsProperty().subscribe(now -> {
            lastList.follow(now.lists(), now.repairs(), ticker.exact());
            skew = now.traffic().clockSkew();
        });
        fleet.connectionProperty().subscribe(now -> refresh());
        apps.listStateProperty().subscribe(now -> refresh());
        ticker.nowProperty().subscribe(now -> refresh());
        log.records().addListener((InvalidationListener) changed -> countUnderway());
        countUnderway();
    }

    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    public void go(Page wanted) {
        page.set(wanted);
    }

    /** Reads everything again at once. */
    public void readNow() {
        readNow.run();
    }

    /** Says something that belongs to no page. */
    public void notice(Text text) {
        notice.set(words.of(text));
    }

    /** When what is shown was last heard. */
    public Instant asOf() {
        return fleet.heardAtProperty().get().orElseGet(ticker::now);
    }

    /** Says in the status line, for a few seconds, why a key did nothing. */
    public void say(Text text) {
        said = words.of(text);
        saidUntil = ticker.now().plus(SAID_FOR);
        line.set(said);
    }

    public void dismissNotice() {
        notice.set("");
    }

    public ConnectionProfile profile() {
        return profile;
    }

    public ReadOnlyObjectProperty<Mark> markProperty() {
        return mark.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Banner>> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty freshnessProperty() {
        return freshness.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** GPU memory of all engines that report it: "VRAM 812 / 1,536 GB". */
    public ReadOnlyStringProperty vramProperty() {
        return vram.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty spendProperty() {
        return spend.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty clockProperty() {
        return clock.getReadOnlyProperty();
    }

    /** How many operations run, in words; empty when none does. */
    public ReadOnlyStringProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** How far the service's clock is from this computer's; empty while that is not known, and where they agree to the second. */
    public ReadOnlyStringProperty skewProperty() {
        return skewed.getReadOnlyProperty();
    }

    /** The numbers beside the pages in the navigation; an empty one is not known. */
    public ReadOnlyObjectProperty<Map<Page, String>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The journal is counted on its own page: to count it, it would have to be read. */
    private Map<Page, String> counts(Sizes sizes) {
        return Map.of(Page.ENGINES, count(sizes.engines()), Page.APPS, count(sizes.apps()), Page.OPERATIONS, count(sizes.operations()), Page.JOURNAL, "");
    }

    private String count(int size) {
        return size == 0 ? "" : words.formats().number(size);
    }

    private Sizes sizes() {
        return new Sizes(fleet.entries().size(), apps.count(), log.records().size());
    }

    static String key(Page page) {
        return page.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String spend(FleetSummary summary) {
        String hourly = summary.unpriced() == 0 ? words.of("shell.spend", summary.hourly()) : words.of("shell.spend.partly", summary.hourly(), summary.unpriced());
        return summary.hourly().isPositive() || summary.unpriced() > 0 ? hourly : "";
    }

    private String vram(FleetSummary summary) {
        return summary.vramTotal() == 0 ? "" : words.of("shell.vram", words.formats().memory(summary.vramUsed()), words.formats().memory(summary.vramTotal()));
    }

    private String date(Instant minute) {
        return words.formats().dateTime(minute);
    }

    private void countUnderway() {
        underway = log.records().stream().filter(record -> record.state().isUnderway()).count();
        refresh();
    }

    private void refresh() {
        Instant now = ticker.now();
        spend.set(spendWords.of(fleet.summary()));
        vram.set(vramWords.of(fleet.summary()));
        Connection connection = fleet.connection();
        reached |= connection.freshness() instanceof Freshness.Live || connection.freshness() instanceof Freshness.CatchingUp;
        running.set(underway == 0 ? "" : words.of("shell.running", underway));
        clock.set(clockWords.of(now.truncatedTo(ChronoUnit.MINUTES)));
        counts.set(countWords.of(sizes()));
        skewed.set(skew.filter(ahead -> seconds(ahead) != 0).map(ahead -> words.of("shell.skew", signedSeconds(ahead))).orElse(""));
        int seenLast = connection.loaded() == 0 ? fleet.entries().size() : 0;
        loaded.set(seenLast > 0 ? words.of("shell.loaded.remembered", seenLast) : connection.total().isPresent() ? words.of("shell.loaded.of", connection.loaded(), connection.total().getAsInt())
                : connection.loaded() > 0 ? words.of("shell.loaded", connection.loaded()) : "");
        String feed = words.of("shell.feed." + feed(connection));
        switch (connection.freshness()) {
            case Freshness.Connecting connecting -> show(Mark.CATCHING_UP, words.of("shell.connecting"), words.of("shell.line.connecting"), null);
            case Freshness.Live live -> show(Mark.LIVE, live(now), words.of("shell.line.live", feed) + lastList.said(words, now), null);
            case Freshness.CatchingUp catching -> show(Mark.CATCHING_UP, words.of("shell.catching-up"), words.of("shell.line.catching-up"), null);
            case Freshness.Stale stale -> showStale(stale, now);
            case Freshness.Offline offline -> show(Mark.OFFLINE, words.of("shell.offline"), words.of("shell.line.offline"),
                    new Banner(words.of(offline.problem().title()), join(join(sentence(offline.problem()), shownAsOf(offline, now)), next(offline.attempt(), offline.nextTry(), now))));
        }
    }

    /** A fleet that was never reached since the start is what an earlier session saw. */
    private void showStale(Freshness.Stale stale, Instant now) {
        String asOf = moment(stale.asOf(), now);
        String next = join(next(stale.attempt(), stale.nextTry(), now), words.of("shell.writes-off"));
        if (reached || stale.problem().isEmpty()) {
            show(Mark.STALE, words.of("shell.as-of", asOf), words.of("shell.line.lost", asOf), new Banner(words.of("shell.stale", asOf, age(stale.asOf(), now)),
                    join(stale.problem().map(why -> words.of("shell.because", words.of(why.title()))).orElse(""), next)));
        } else {
            show(Mark.STALE, words.of("shell.as-of", asOf), words.of("shell.line.offline"),
                    new Banner(words.of("shell.remembered", asOf, age(stale.asOf(), now)), join(sentence(stale.problem().get()), next)));
        }
    }

    private String shownAsOf(Freshness.Offline offline, Instant now) {
        return offline.asOf().or(() -> fleet.heardAtProperty().get()).filter(at -> !fleet.entries().isEmpty()).map(at -> words.of("shell.shown-as-of", moment(at, now), age(at, now))).orElse("");
    }

    /** The day is said where it may be another one. */
    private String moment(Instant at, Instant now) {
        return age(at, now).compareTo(SAME_DAY) < 0 ? words.formats().time(at) : words.formats().shortDateTime(at);
    }

    /** Live, and how old the last sign of life is. */
    private String live(Instant now) {
        return fleet.heardAtProperty().get().map(at -> words.of("shell.live.age", words.formats().seconds(age(at, now)))).orElseGet(() -> words.of("shell.live"));
    }

    private static String signedSeconds(Duration ahead) {
        return (seconds(ahead) > 0 ? "+" : "\u2212") + Math.abs(seconds(ahead)) + " s";
    }

    private static long seconds(Duration ahead) {
        return Math.round(ahead.toMillis() / 1000.0);
    }

    private static String join(String one, String other) {
        return (one + " " + other).strip();
    }

    /** A large fleet without a workspace stream has streams for what is looked at, and the list for the rest. */
    private String feed(Connection connection) {
        boolean mixed = connection.feed() == Feed.POLL && fleet.entries().values().stream().anyMatch(entry -> entry.feed() == Feed.ENGINE);
        return mixed ? "mixed" : connection.feed().name().toLowerCase(java.util.Locale.ROOT);
    }

    private void show(Mark how, String header, String status, Banner above) {
        mark.set(how);
        freshness.set(header);
        line.set(ticker.now().isBefore(saidUntil) ? said : status);
        Optional<Banner> shown = Optional.ofNullable(above);
        if (!shown.equals(banner.get())) {
            banner.set(shown);
        }
    }

    private String sentence(Problem problem) {
        return words.of(problem.what()) + " " + words.of(problem.next());
    }

    private String next(int attempt, Optional<Instant> nextTry, Instant now) {
        return nextTry.map(at -> words.of("shell.next", attempt + 1, age(now, at))).orElse("");
    }

    private static Duration age(Instant from, Instant to) {
        Duration age = Duration.between(from, to);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
