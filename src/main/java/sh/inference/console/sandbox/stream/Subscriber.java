package sh.inference.console.sandbox.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import sh.inference.console.sandbox.http.StreamBody;

/**
 * One open stream. Frames wait in a bounded queue; a reader that lets it run full is cut off, because a gap it does not
 * know of would be worse: it connects again and reads the list.
 */
final class Subscriber implements StreamBody {
    private static final int MOST_OF_ALL = 8192;
    /** One engine or task tells little, and what it tells is shared with nobody: the sum over many readers must stay small. */
    private static final int MOST_OF_ONE = 64;
    private static final byte[] END = {};
    private final LinkedBlockingQueue<byte[]> waiting;
    private final Form form;
    private final String subject;
    private final Duration heartbeat;
    private final FrameSpoiler spoiler;
    private final Runnable left;
    private volatile Thread writer;
    private volatile boolean overrun;

    /** @param subject the one engine or task it follows; empty for all engines */
    Subscriber(Form form, String subject, Duration heartbeat, FrameSpoiler spoiler, Consumer<Subscriber> left) {
        this.form = form;
        this.subject = subject;
        this.waiting = new LinkedBlockingQueue<>(subject.isEmpty() ? MOST_OF_ALL : MOST_OF_ONE);
        this.heartbeat = heartbeat;
        this.spoiler = spoiler;
        this.left = () -> left.accept(this);
    }

    Form form() {
        return form;
    }

    String subject() {
        return subject;
    }

    void offer(byte[] frame) {
        if (!waiting.offer(frame) && !overrun) {
            overrun = true;
            Thread stuck = writer;
            if (stuck != null) {
                stuck.interrupt();
            }
        }
    }

    /** Ends the stream properly after what waits. */
    void end() {
        offer(END);
    }

    @Override
    public String contentType() {
        return form.contentType();
    }

    @Override
    public void abandon() {
        left.run();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        writer = Thread.currentThread();
        try {
            out.flush();
            writeAll(out);
        } catch (InterruptedException cut) {
            throw new IOException("cut off", cut);
        } finally {
            writer = null;
            left.run();
        }
    }

    private void writeAll(OutputStream out) throws IOException, InterruptedException {
        while (!overrun) {
            byte[] frame = waiting.poll(heartbeat.toNanos(), TimeUnit.NANOSECONDS);
            if (frame == END) {
                return;
            }
            if (frame == null) {
                spoiler.heartbeat(form.heartbeat(), out);
            }
            for (; frame != null && frame != END; frame = waiting.poll()) {
                spoiler.frame(frame, form, out);
            }
            out.flush();
            if (frame == END) {
                return;
            }
        }
        throw new IOException("the reader was too slow");
    }
}
