package sh.inference.console.sandbox.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;

import sh.inference.console.sandbox.fleet.Refusal;

/** One client's connection: its requests one after the other, on one virtual thread. */
final class Connection implements Runnable {
    /** Longer than clients keep idle connections, so that it is never the server that ends one while a request is under way. */
    private static final int IDLE_MILLIS = 400_000;
    private static final int LINGER_MILLIS = 1000;
    private static final int LINGER_BYTES = 1 << 18;
    private final Socket socket;
    private final FrontDoor door;
    private final Clock clock;
    private volatile long written;
    private volatile boolean writing;
    private long seen;
    private int stuck;

    Connection(Socket socket, FrontDoor door, Clock clock) {
        this.socket = socket;
        this.door = door;
        this.clock = clock;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = new BufferedOutputStream(new Watched(socket.getOutputStream()));
            serve(in, out);
        } catch (Reset asked) {
            reset();
        } catch (IOException gone) {
            // The client left, or is cut off: there is nobody to tell.
            return;
        }
    }

    private void serve(InputStream in, OutputStream out) throws IOException {
        boolean more = true;
        while (more) {
            try {
                RequestHead head = RequestHead.read(in);
                if (head == null) {
                    return;
                }
                Exchange exchange = new Exchange(head, RequestBody.of(head, in), out, clock);
                door.handle(exchange);
                more = exchange.isLasting();
            } catch (Refusal unreadable) {
                Exchange.ofNothing(out, clock).send(Envelope.V3.problem(unreadable.code(), unreadable.getMessage()));
                more = false;
            }
        }
        linger(in);
    }

    /** Lets a client that still sends read its answer: closing at once would tear it from its hands. */
    private void linger(InputStream in) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        long left = LINGER_BYTES;
        byte[] thrown = new byte[8192];
        for (int read = in.read(thrown); read >= 0 && left > 0; read = in.read(thrown)) {
            left -= read;
        }
    }

    /** Whether it has been trying to write the same for a while, because its client does not read. Asked at intervals by one thread. */
    boolean isStuck(int intervals) {
        long now = written;
        stuck = writing && now == seen ? stuck + 1 : 0;
        seen = now;
        return stuck >= intervals;
    }

    void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            return;
        }
    }

    private void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            return;
        }
    }

    /** Thrown to have the connection cut in the hardest way there is. */
    static final class Reset extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Notes that a write is under way, and how far it came. */
    private final class Watched extends OutputStream {
        private static final int PIECE = 1 << 16;
        private final OutputStream out;

        Watched(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            writing = true;
            for (int done = 0; done < count; done += PIECE) {
                out.write(bytes, from + done, Math.min(PIECE, count - done));
                written = written + 1;
            }
            writing = false;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
