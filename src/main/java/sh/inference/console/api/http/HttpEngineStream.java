package sh.inference.console.api.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import okhttp3.Response;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.EngineStream;
import sh.inference.console.api.Frame;

/** A stream over HTTP. A silence longer than the client's read timeout breaks it (contract 8.1). */
final class HttpEngineStream implements EngineStream {
    private final Exchange exchange;
    private final FrameReader reader;
    private final Tally tally;
    private final AtomicBoolean open = new AtomicBoolean(true);

    HttpEngineStream(Exchange exchange, FrameReader reader, Tally tally) {
        this.exchange = exchange;
        this.reader = reader;
        this.tally = tally;
        tally.streamOpened();
    }

    @Override
    public void read(Consumer<Frame> sink) throws ApiException {
        try (Response response = exchange.response()) {
            Frames frames = StreamForm.read(new CountedStream(response.body().byteStream(), tally), response.header("Content-Type", ""), reader);
            for (Frame frame; (frame = frames.next()) != null; ) {
                sink.accept(frame);
            }
        } catch (IOException broken) {
            if (open.get()) {
                throw new ApiException(Unreached.of(broken, exchange.trace(), false));
            }
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            tally.streamClosed();
            exchange.call().cancel();
        }
    }
}
