package sh.inference.console.api;

import java.util.function.Consumer;

/** An open stream of engine news. Closing it from another thread ends {@link #read}. */
public interface EngineStream extends AutoCloseable {
    /**
     * Hands over every frame in order until the server ends the stream.
     *
     * @throws ApiException when the line breaks, falls silent for too long, or the server reports a failure
     */
    void read(Consumer<Frame> sink) throws ApiException;

    @Override
    void close();
}
