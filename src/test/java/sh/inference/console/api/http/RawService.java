package sh.inference.console.api.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ServerSocketFactory;

/** A server of bare sockets, which can break every rule: each request is handed to a behaviour that writes what it likes. */
public final class RawService implements AutoCloseable {
    /** What to do with one request. After it the connection is closed, unless it asks to keep it. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Line line) throws IOException;
    }

    /** One request and the way back. */
    public record Line(Socket socket, String request, OutputStream out, CountDownLatch closing, boolean[] keep) {
        public Line write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return this;
        }

        public Line head(int status, String type) throws IOException {
            return write("HTTP/1.1 " + status + " Said\r\nContent-Type: " + type + "\r\n");
        }

        /** A whole answer; the connection stays open for the next request. */
        public void reply(int status, String type, String body) throws IOException {
            head(status, type).write("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
            keep[0] = true;
        }

        /** Breaks the connection hard, as a dying router does. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Says nothing more until the test is over. */
        public void hang() {
            pause(60_000);
        }

        public void pause(int millis) {
            try {
                closing.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    public RawService(Behaviour behaviour) throws IOException {
        this(behaviour, ServerSocketFactory.getDefault());
    }

    RawService(Behaviour behaviour, ServerSocketFactory sockets) throws IOException {
        this.behaviour = behaviour;
        this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public void now(Behaviour next) {
        behaviour = next;
    }

    /** The head and body of every request that arrived whole. */
    public List<String> requests() {
        return requests;
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean[] keep = {true};
            while (keep[0]) {
                String request = request(in);
                if (request.isEmpty()) {
                    return;
                }
                requests.add(request);
                keep[0] = false;
                behaviour.answer(new Line(socket, request, socket.getOutputStream(), closing, keep));
            }
        } catch (IOException gone) {
            // The client hung up, which is its right.
            requests.size();
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            text.append((char) b);
        }
        Matcher length = LENGTH.matcher(text);
        if (length.find()) {
            text.append(new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
        threads.shutdownNow();
    }
}
