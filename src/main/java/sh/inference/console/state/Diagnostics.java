package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.api.TrafficMeter;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Traffic;

/** What the feed went through since it started, for whoever doubts it. Written by the feed alone, on the FX thread. */
public final class Diagnostics {
    private static final int SAMPLES = 11;
    /** Bytes and heartbeats alone are shown this seldom: at rest little else is left to do. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** A stream that was lost: why, when, and how many were before it. */
    public record Loss(Problem why, Instant at) {
    }

    /**
     * @param frames      frames with news
     * @param heartbeats  signs of life without news
     * @param skipped     frames that could not be read
     * @param lastSkipped why the last of them could not
     * @param others      frames about things the console does not watch
     * @param reconnects  streams that were lost and came back
     * @param lastLoss    the stream that was lost last, if it gave a reason
     * @param lists       walks through the whole list
     * @param listProblem why the last walk failed; empty once one succeeded
     * @param reads       engines read one by one
     * @param repairs     engines a list in the background showed otherwise than the streams had left them
     * @param circles     lists whose server repeated a cursor
     * @param wakes       times the computer slept or changed its network
     * @param refused     engine id to why its stream was refused; the empty id stands for the workspace
     * @param traffic     what went over the wire
     * @param rate        of the last ten seconds
     */
    public record Counts(long frames, long heartbeats, long skipped, Optional<String> lastSkipped, long others, long reconnects, Optional<Loss> lastLoss,
                         long lists, Optional<Problem> listProblem, long reads, long repairs, long circles, long wakes, Map<String, Problem> refused,
                         Traffic traffic, Rate rate) {
        public Counts {
            refused = Map.copyOf(refused);
        }
    }

    /** News and bytes a second. */
    public record Rate(double frames, double bytes) {
        static final Rate NONE = new Rate(0, 0);
    }

    private record Sample(Instant at, long frames, long bytes) {
    }

    private final TrafficMeter meter;
    private final Map<String, Problem> refused = new LinkedHashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Counts> counts;
    private Optional<String> lastSkipped = Optional.empty();
    private Optional<Loss> lastLoss = Optional.empty();
    private Optional<Problem> listProblem = Optional.empty();
    private long frames;
    private long heartbeats;
    private long skipped;
    private long others;
    private long reconnects;
    private long lists;
    private long reads;
    private long repairs;
    private long circles;
    private long wakes;
    private boolean news;
    private Instant publishedAt = Instant.EPOCH;

    /** Without a wire to count at. */
    public Diagnostics() {
        this(() -> Traffic.NONE);
    }

    /** @param meter looked at once a second */
    public Diagnostics(TrafficMeter meter) {
        this.meter = meter;
        this.counts = new ReadOnlyObjectWrapper<>(count(Traffic.NONE, Rate.NONE));
    }

    /** The counts as of the last second; of a service that only lives on, as of the last five. */
    public ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    void frame() {
        news = true;
        frames++;
    }

    void heartbeat() {
        heartbeats++;
    }

    void skip(String why) {
        news = true;
        skipped++;
        lastSkipped = Optional.of(why);
    }

    void other() {
        news = true;
        others++;
    }

    void lost(Problem why, Instant at) {
        news = true;
        lastLoss = Optional.of(new Loss(why, at));
    }

    void reconnected() {
        news = true;
        reconnects++;
    }

    void listed(boolean inCircles) {
        news = true;
        lists++;
        circles += inCircles ? 1 : 0;
        listProblem = Optional.empty();
    }

    void listFailed(Problem why) {
        news = true;
        listProblem = Optional.of(why);
    }

    void read() {
        news = true;
        reads++;
    }

    void repaired(int engines) {
        news = true;
        repairs += engines;
    }

    void woke() {
        news = true;
        wakes++;
    }

    void stream(String engineId, Optional<Problem> refusal) {
        news = true;
        refusal.ifPresentOrElse(why -> refused.put(engineId, why), () -> refused.remove(engineId));
    }

    /** Forgets the refusals of streams that nobody wants any more. */
    void keepRefusals(Predicate<String> wanted) {
        news |= refused.keySet().removeIf(id -> !wanted.test(id));
    }

    /** Shows what was counted. */
    void publish(Instant now) {
        Traffic traffic = meter.traffic();
        samples.addLast(new Sample(now, frames, traffic.received()));
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
        Rate rate = rate();
        news |= rate.frames() > 0 || !traffic.clockSkew().equals(counts.get().traffic().clockSkew());
        if (news || Duration.between(publishedAt, now).abs().compareTo(QUIET) >= 0) {
            news = false;
            publishedAt = now;
            counts.set(count(traffic, rate));
        }
    }

    private Rate rate() {
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return seconds <= 0 ? Rate.NONE : new Rate((last.frames() - first.frames()) / seconds, (last.bytes() - first.bytes()) / seconds);
    }

    private Counts count(Traffic traffic, Rate rate) {
        return new Counts(frames, heartbeats, skipped, lastSkipped, others, reconnects, lastLoss, lists, listProblem, reads, repairs, circles, wakes, refused, traffic, rate);
    }
}
