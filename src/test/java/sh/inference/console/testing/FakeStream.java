package sh.inference.console.testing;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.EngineStream;
import sh.inference.console.api.Frame;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineChange;

/** A stream whose frames the test sends, one by one. */
public final class FakeStream implements EngineStream {
    private final FeedRig rig;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Consumer<Frame> sink;
    private Optional<ApiFailure> failure = Optional.empty();

    FakeStream(FeedRig rig) {
        this.rig = rig;
    }

    @Override
    public void read(Consumer<Frame> frames) throws ApiException {
        synchronized (this) {
            if (isOpen()) {
                sink = frames;
                rig.waits();
            }
        }
        try {
            end.await();
        } catch (InterruptedException cancelled) {
            throw new IllegalStateException(cancelled);
        }
        if (failure.isPresent()) {
            throw new ApiException(failure.get());
        }
    }

    public void send(Frame frame) {
        sink.accept(frame);
        rig.settle();
    }

    public void send(Engine engine) {
        send(new Frame.EngineNews(EngineChange.whole(engine)));
    }

    public void beat() {
        send(new Frame.Heartbeat());
    }

    /** The line breaks. */
    public void fail(ApiFailure why) {
        failure = Optional.of(why);
        close();
        rig.settle();
    }

    public boolean isOpen() {
        return end.getCount() > 0;
    }

    @Override
    public synchronized void close() {
        if (isOpen()) {
            if (sink != null) {
                rig.woken();
            }
            end.countDown();
        }
    }
}
