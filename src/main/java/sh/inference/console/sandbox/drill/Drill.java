package sh.inference.console.sandbox.drill;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A fault an operator may meet, by the name it is switched with. */
public enum Drill {
    LOST_HEARTBEAT("Streams stay open and fall silent."),
    DROPPED_STREAMS("Streams break off every few seconds."),
    HALF_CUT_STREAMS("Streams end in the middle of a line."),
    DUPLICATE_FRAMES("Every frame comes twice."),
    STALE_FRAMES("Frames are followed by an older picture of the same engine."),
    GARBAGE_FRAMES("Unreadable lines stand between the frames."),
    UNKNOWN_EVENTS("Streams carry events of kinds nobody knows."),
    UPDATE_EVENTS("Server-sent frames are named update."),
    NO_EVENTS("GET /events answers 404."),
    UNKNOWN_STATUS("Running engines call their state throttled."),
    UNREADABLE_RECORDS("One engine's record makes no sense, and another stands in lists without an id."),
    EXPIRED_KEY("The key is refused with 401 after a while."),
    FORBIDDEN("Writes are refused with 403."),
    RATE_LIMITED("Every second call is refused with 429."),
    SERVER_ERRORS("Every second call fails with 500 or 503."),
    GATEWAY_HTML("A gateway answers 502 with a page for browsers."),
    SLOW_ANSWERS("Answers take three seconds."),
    RESET_CONNECTIONS("Every second call is cut off without an answer."),
    STUCK_DRAIN("One task of a draining engine never ends."),
    IGNORED_ACTIONS("Actions on engines are accepted, and nothing happens."),
    LOST_EXTEND_REPLY("An extension is made, and its answer is lost."),
    LOW_BALANCE("The balance covers nothing."),
    PROMOTE_RACE("Another operator makes another version current at the moment you promote."),
    PROMOTE_IGNORED("A promotion is accepted, and the current version stays."),
    CLOCK_SKEW("The server's Date header is 90 seconds ahead."),
    HALF_FAILING_BULK("Every second action on an engine fails."),
    ENGINE_DELETED("An engine record disappears."),
    ENGINE_ADDED("An engine appears."),
    ENGINE_OFFLINE("The first running engine by name loses its line, until the drill ends.");

    private final String sentence;

    Drill(String sentence) {
        this.sentence = sentence;
    }

    /** What it does, for people. */
    public String sentence() {
        return sentence;
    }

    /** The name on the command line and in control calls. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Drill> find(String word) {
        return Arrays.stream(values()).filter(drill -> drill.word().equals(word)).findFirst();
    }
}
