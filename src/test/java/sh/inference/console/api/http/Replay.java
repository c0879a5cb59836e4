package sh.inference.console.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.Frame;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Feed;
import sh.inference.console.state.FleetStore;
import sh.inference.console.testing.ManualClock;

/** What comes of a stream whose bytes arrive in certain pieces: its frames, and the fleet that they make. */
public final class Replay {
    /**
     * @param frames     all of them, heartbeats and foreign ones too
     * @param unreadable frames that were counted and skipped
     */
    public record Outcome(List<Frame> news, Map<String, Engine> fleet, long frames, long unreadable) {
    }

    private final FleetStore store = new FleetStore(new ManualClock());
    private final List<Frame> news = new ArrayList<>();
    private long frames;
    private long unreadable;

    private Replay() {
    }

    /** @param pieces how many bytes arrive at once, from a place in the stream; at least one */
    public static Outcome of(byte[] bytes, String type, IntUnaryOperator pieces) throws IOException, ApiException {
        Replay replay = new Replay();
        StreamDecoding.decode(new Pieces(bytes, pieces), type, "", replay::take);
        Map<String, Engine> fleet = new HashMap<>();
        replay.store.entries().forEach((id, entry) -> fleet.put(id, entry.engine()));
        return new Outcome(replay.news, fleet, replay.frames, replay.unreadable);
    }

    private void take(Frame frame) {
        frames++;
        switch (frame) {
            case Frame.EngineNews engine -> {
                news.add(engine);
                store.apply(List.of(engine.change()), Feed.EVENTS);
            }
            case Frame.WorkerNews worker -> {
                news.add(worker);
                store.apply(worker.change(), Feed.EVENTS);
            }
            case Frame.Unreadable bad -> unreadable++;
            case Frame.Heartbeat beat -> { }
            case Frame.Other other -> { }
        }
    }

    /** Bytes that arrive piece by piece. */
    private static final class Pieces extends InputStream {
        private final byte[] bytes;
        private final IntUnaryOperator size;
        private int at;

        Pieces(byte[] bytes, IntUnaryOperator size) {
            this.bytes = bytes;
            this.size = size;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == bytes.length) {
                return -1;
            }
            int n = Math.min(Math.min(length, bytes.length - at), Math.max(1, size.applyAsInt(at)));
            System.arraycopy(bytes, at, into, from, n);
            at += n;
            return n;
        }
    }
}
