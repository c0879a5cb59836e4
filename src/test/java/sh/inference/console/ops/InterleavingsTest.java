package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Operator, stream, service, faults and the end of the console in any order: never two writes for one confirmation, never done
 * without an observed state, never an extension sent twice.
 */
class InterleavingsTest {
    private static final int RUNS = 12;
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyOrderKeepsThePromises(long seed) throws IOException {
        int writes = 0;
        int done = 0;
        for (int run = 0; run < RUNS; run++) {
            RandomLife life = new RandomLife(folder.resolve(seed + "-" + run), seed * 1000 + run);
            life.play();
            writes += life.writes();
            done += life.done();
        }
        // A life in which nothing happens would keep every promise.
        assertThat(writes).as("writes").isGreaterThan(20);
        assertThat(done).as("operations that were done").isGreaterThan(4);
    }
}
