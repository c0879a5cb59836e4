package sh.inference.console.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.Frame;

/** The decoder of streams as the client uses it, for whoever has bytes and no wire. */
public final class StreamDecoding {
    private StreamDecoding() {
    }

    /**
     * Hands over every frame of a body in order.
     *
     * @param type     the reply's Content-Type
     * @param engineId the engine whose stream it is; empty for the workspace
     */
    public static void decode(InputStream body, String type, String engineId, Consumer<Frame> sink) throws IOException, ApiException {
        Frames frames = StreamForm.read(body, type, new FrameReader(engineId, new FailureReader("Bearer inf_test")));
        for (Frame frame; (frame = frames.next()) != null; ) {
            sink.accept(frame);
        }
    }
}
