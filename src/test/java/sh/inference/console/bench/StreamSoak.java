package sh.inference.console.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.http.RecordedStream;
import sh.inference.console.api.http.Replay;

/**
 * More than a million frames in both forms, in random pieces, whole and damaged: nothing crashes, and both forms always
 * tell the same.
 */
final class StreamSoak implements Bench.Part {
    private static final long FRAMES = 1_200_000;
    private static final int AT_ONCE = 500;
    private long frames;
    private long crashes;
    private long differences;

    @Override
    public Map<String, Number> measure() throws IOException {
        for (long seed = 0; frames < FRAMES; seed++) {
            Random random = new Random(seed);
            RecordedStream stream = new RecordedStream(seed, 50, AT_ONCE);
            int most = 1 << 1 + random.nextInt(13);
            Replay.Outcome lines = replay(stream.ndjson(), "application/x-ndjson", random, most);
            Replay.Outcome events = replay(stream.events(), "text/event-stream", random, most);
            differences += lines != null && lines.equals(events) ? 0 : 1;
            replay(RecordedStream.damaged(stream.ndjson(), random), "application/x-ndjson", random, most);
            replay(RecordedStream.damaged(stream.events(), random), "text/event-stream", random, most);
        }
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("soak_stream_frames", frames);
        metrics.put("soak_stream_crashes", crashes);
        metrics.put("soak_stream_differences", differences);
        return metrics;
    }

    private Replay.Outcome replay(byte[] bytes, String type, Random random, int most) throws IOException {
        try {
            Replay.Outcome outcome = Replay.of(bytes, type, at -> 1 + random.nextInt(most));
            frames += outcome.frames();
            return outcome;
        } catch (ApiException reported) {
            // Damage can make an error frame of anything, and that ends a stream with its reason.
            return null;
        } catch (RuntimeException crash) {
            crashes++;
            return null;
        }
    }
}
