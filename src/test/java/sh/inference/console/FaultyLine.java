package sh.inference.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import sh.inference.console.api.http.RawService;
import sh.inference.console.sandbox.SandboxServer;

/** The way to the sandbox, on bare sockets, which goes wrong as a test wants it: for what is read, or for what is written. */
final class FaultyLine implements AutoCloseable {
    /** What goes wrong with an answer. {@code WAY} is the way as it should be. */
    enum Fault {
        /** Done, and its answer broken off in the middle. */
        CUT,
        /** Done, and its answer ended properly in the middle of a line. */
        HALF_A_LINE,
        /** Done, and never answered. */
        SILENCE,
        /** Done, and answered a byte at a time. */
        SLOW_BYTES,
        /** Done, and the line closed without an answer. */
        REPLY_LOST,
        /** Done, and the right answer under a wrong name. */
        WRONG_TYPE,
        /** Not done: broken hard. */
        RESET,
        /** Not done, and this said: 429, 500, and 502 with a page for browsers. */
        TOO_MANY, BROKEN, BAD_GATEWAY,
        NONE
    }

    private final SandboxServer sandbox;
    private final RawService front;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Fault reading = Fault.NONE;
    private volatile Fault writing = Fault.NONE;

    FaultyLine(SandboxServer sandbox) throws IOException {
        this.sandbox = sandbox;
        front = new RawService(this::answer);
    }

    URI url() {
        return front.base();
    }

    /** What is read goes wrong from now on; lines that are open break. */
    void read(Fault fault) throws IOException {
        reading = fault;
        for (Socket line : open) {
            line.close();
        }
    }

    void write(Fault fault) {
        writing = fault;
    }

    /** How often something was asked for that changes something. */
    List<String> writes() {
        return front.requests().stream().filter(FaultyLine::isWrite).map(request -> request.substring(0, request.indexOf(" HTTP"))).toList();
    }

    private static boolean isWrite(String request) {
        return request.startsWith("POST ") && !request.substring(0, request.indexOf(" HTTP")).endsWith("/list");
    }

    private void answer(RawService.Line line) throws IOException {
        open.add(line.socket());
        try {
            spoil(line, isWrite(line.request()) ? writing : reading);
        } finally {
            open.remove(line.socket());
        }
    }

    private void spoil(RawService.Line line, Fault fault) throws IOException {
        boolean stream = line.request().contains("/stream ") || line.request().contains("/events ");
        switch (fault) {
            case NONE -> pass(line, "");
            case WRONG_TYPE -> pass(line, "text/plain");
            case REPLY_LOST -> done(line);
            case CUT -> {
                done(line);
                line.head(200, "application/json").write("Content-Length: 5000\r\n\r\n{\"id\":\"4f8k\",\"na");
            }
            case HALF_A_LINE -> {
                done(line);
                line.head(200, stream ? "application/x-ndjson" : "application/json").write("Connection: close\r\n\r\n{\"id\":\"4f8k\",\"na");
            }
            case SILENCE -> {
                done(line);
                line.write(stream ? "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n" : "").hang();
            }
            case RESET -> line.reset();
            case TOO_MANY -> line.head(429, "application/problem+json").write("Retry-After: 3\r\nContent-Length: 2\r\n\r\n{}");
            case BROKEN -> line.reply(500, "application/problem+json", "{\"type\":\"https://api.inference.sh/errors/internal_error\",\"detail\":\"the database is on fire\"}");
            case BAD_GATEWAY -> line.reply(502, "text/html", "<html><title>502 Bad Gateway</title><body>nginx</body></html>");
            case SLOW_BYTES -> {
                done(line);
                line.head(200, "application/json").write("Content-Length: 5000\r\n\r\n");
                for (int n = 0; n < 200; n++) {
                    line.write(" ").pause(50);
                }
            }
        }
    }

    /** @param type what the answer calls itself; empty for its right name */
    private void pass(RawService.Line line, String type) throws IOException {
        try (Socket behind = ask(line)) {
            InputStream in = behind.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            line.write(type.isEmpty() ? head.toString() : head.toString().replaceFirst("(?i)content-type: [^\r]*", "Content-Type: " + type));
            byte[] bytes = new byte[16 << 10];
            for (int n; (n = in.read(bytes)) >= 0; ) {
                line.out().write(bytes, 0, n);
                line.out().flush();
            }
        }
    }

    /** Lets a write happen; nothing comes back of it. */
    private void done(RawService.Line line) throws IOException {
        if (isWrite(line.request())) {
            try (Socket behind = ask(line)) {
                behind.getInputStream().readAllBytes();
            }
        }
    }

    private Socket ask(RawService.Line line) throws IOException {
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), sandbox.url().getPort());
        behind.getOutputStream().write(line.request().replaceFirst("\r\n", "\r\nConnection: close\r\n").replaceFirst("Connection: Keep-Alive\r\n", "")
                .replace("127.0.0.1:" + front.port(), "127.0.0.1:" + sandbox.url().getPort()).getBytes(StandardCharsets.UTF_8));
        return behind;
    }

    @Override
    public void close() throws IOException {
        front.close();
    }
}
