package sh.inference.console.api.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

import okhttp3.Call;
import okhttp3.Response;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.EngineStream;
import sh.inference.console.api.Frame;

/** A stream over HTTP. Its form is told by its first byte where that is clear, else by its Content-Type (contract 8.1). */
final class HttpEngineStream implements EngineStream {
    private static final int LONGEST_LINE = 8 << 20;
    private final Call call;
    private final CallTrace trace;
    private final Response response;
    private final FrameReader reader;
    private volatile boolean closed;

    HttpEngineStream(Call call, CallTrace trace, Response response, FrameReader reader) {
        this.call = call;
        this.trace = trace;
        this.response = response;
        this.reader = reader;
    }

    @Override
    public void read(Consumer<Frame> sink) throws ApiException {
        try (response) {
            Frames frames = frames();
            for (Frame frame; (frame = frames.next()) != null; ) {
                sink.accept(frame);
            }
        } catch (IOException broken) {
            if (!closed) {
                throw new ApiException(Unreached.of(broken, trace, false));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        call.cancel();
    }

    private Frames frames() throws IOException, ApiException {
        BufferedInputStream in = new BufferedInputStream(response.body().byteStream(), 64 << 10);
        String type = response.header("Content-Type", "");
        int first = first(in);
        if (first == '<') {
            throw new ApiException(new ApiFailure.Malformed(response.code(), ""));
        }
        boolean events = first == ':' || first != '{' && (type.contains("event-stream") || !type.contains("json") && "deir".indexOf(first) >= 0);
        return events ? new SseFrames(lines(in, true), reader) : new NdjsonFrames(lines(in, false), reader);
    }

    private static Lines lines(InputStream in, boolean carriageReturnEnds) {
        return new Lines(in, LONGEST_LINE, carriageReturnEnds);
    }

    /** The first byte that is neither white space nor a byte order mark; -1 at the end. It stays unread. */
    private static int first(BufferedInputStream in) throws IOException {
        while (true) {
            in.mark(1);
            int b = in.read();
            boolean skipped = b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == 0xEF || b == 0xBB || b == 0xBF;
            if (!skipped) {
                if (b >= 0) {
                    in.reset();
                }
                return b;
            }
        }
    }
}
