package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.Frame;
import sh.inference.console.api.http.Replay.Outcome;

/** However the bytes of a stream arrive, and in whichever of its two forms, the console knows the same. */
class CutStreamTest {
    private static final String NDJSON = "application/x-ndjson";
    private static final String EVENTS = "text/event-stream; charset=utf-8";
    private static final int WHOLE = Integer.MAX_VALUE;

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, EVENTS})
    void aStreamCutInTwoAtAnyByteGivesTheSame(String type) throws IOException, ApiException {
        byte[] bytes = bytes(new RecordedStream(3, 4, 34), type);
        Outcome expected = Replay.of(bytes, type, at -> WHOLE);
        assertThat(expected.news()).hasSizeGreaterThan(12);
        for (int cut = 1; cut < bytes.length; cut++) {
            int first = cut;
            assertThat(Replay.of(bytes, type, at -> at < first ? first - at : WHOLE).equals(expected)).as("cut at %d", cut).isTrue();
        }
    }

    @Test
    void bothFormsInRandomPiecesGiveTheSameModel() throws IOException, ApiException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            RecordedStream stream = new RecordedStream(seed, 5, 80);
            Outcome lines = Replay.of(stream.ndjson(), NDJSON, at -> 1 + random.nextInt(40));
            Outcome events = Replay.of(stream.events(), EVENTS, at -> 1 + random.nextInt(40));
            assertThat(events.equals(lines)).as("seed %d", seed).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, EVENTS})
    void aStreamThatEndsAnywhereHasSaidWhatCameBeforeAndInventsNothing(String type) throws IOException, ApiException {
        byte[] bytes = bytes(new RecordedStream(5, 4, 30), type);
        List<Frame> all = Replay.of(bytes, type, at -> WHOLE).news();
        for (int end = 0; end < bytes.length; end++) {
            List<Frame> said = Replay.of(Arrays.copyOf(bytes, end), type, at -> 13).news();
            assertThat(all.subList(0, said.size()).equals(said)).as("ended at %d", end).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, EVENTS, "text/html", ""})
    void noDamageEndsInAnythingButFramesOrAFailureWithAReason(String type) throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            RecordedStream stream = new RecordedStream(seed, 5, 40);
            byte[] bytes = RecordedStream.damaged(random.nextBoolean() ? stream.ndjson() : stream.events(), random);
            try {
                assertThat(Replay.of(bytes, type, at -> 1 + random.nextInt(60)).news()).isNotNull();
            } catch (ApiException reported) {
                assertThat(reported.failure()).isNotNull();
            }
        }
    }

    private static byte[] bytes(RecordedStream stream, String type) {
        return type.equals(NDJSON) ? stream.ndjson() : stream.events();
    }
}
