package sh.inference.console.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.model.Problem;

/** What the feed went through since it started, for whoever doubts it. Written by the feed alone, on the FX thread. */
public final class Diagnostics {
    /**
     * @param frames     frames with news
     * @param heartbeats signs of life without news
     * @param skipped    frames that could not be read
     * @param others     frames about things the console does not watch
     * @param reconnects streams that were lost and came back
     * @param lists      walks through the whole list
     * @param reads      engines read one by one
     * @param repairs    engines a list in the background showed otherwise than the streams had left them
     * @param circles    lists whose server repeated a cursor
     * @param wakes      times the computer slept or changed its network
     * @param refused    engine id to why its stream was refused; the empty id stands for the workspace
     */
    public record Counts(long frames, long heartbeats, long skipped, long others, long reconnects, long lists, long reads, long repairs, long circles,
                         long wakes, Map<String, Problem> refused) {
        public Counts {
            refused = Map.copyOf(refused);
        }
    }

    private final Map<String, Problem> refused = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of()));
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

    /** The counts as of the last second. */
    public ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    void frame() {
        frames++;
    }

    void heartbeat() {
        heartbeats++;
    }

    void skip() {
        skipped++;
    }

    void other() {
        others++;
    }

    void reconnected() {
        reconnects++;
    }

    void listed(boolean inCircles) {
        lists++;
        circles += inCircles ? 1 : 0;
    }

    void read() {
        reads++;
    }

    void repaired(int engines) {
        repairs += engines;
    }

    void woke() {
        wakes++;
    }

    void stream(String engineId, Optional<Problem> refusal) {
        refusal.ifPresentOrElse(why -> refused.put(engineId, why), () -> refused.remove(engineId));
    }

    /** Shows what was counted. */
    void publish() {
        counts.set(new Counts(frames, heartbeats, skipped, others, reconnects, lists, reads, repairs, circles, wakes, refused));
    }
}
