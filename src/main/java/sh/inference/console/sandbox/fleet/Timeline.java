package sh.inference.console.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What is going to happen and when. Events run in the order of their time, then of their planning, and each is told the
 * time it was planned for, so that a run does not depend on how often somebody looks.
 */
public final class Timeline {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private Instant now;
    private Instant until;
    private long planned;

    public Timeline(Instant now) {
        this.now = now;
        this.until = now;
    }

    public Instant now() {
        return now;
    }

    /** How far time is being advanced: later than {@link #now} while events are being caught up with. */
    public Instant until() {
        return until;
    }

    public void at(Instant when, Consumer<Instant> event) {
        entries.add(new Entry(when.isBefore(now) ? now : when, planned++, event));
    }

    public void in(Duration delay, Consumer<Instant> event) {
        at(now.plus(delay), event);
    }

    /** Runs everything due; a clock that went back changes nothing. */
    public void advance(Instant moment) {
        until = moment;
        while (!entries.isEmpty() && !entries.peek().at.isAfter(moment)) {
            Entry due = entries.poll();
            now = due.at;
            due.event.accept(due.at);
        }
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    private record Entry(Instant at, long order, Consumer<Instant> event) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
