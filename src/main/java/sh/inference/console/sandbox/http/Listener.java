package sh.inference.console.sandbox.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens on the loopback interface, and serves each connection on a virtual thread of its own. */
public final class Listener implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final int MOST = 4096;
    private static final int INTERVALS = 4;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private final ServerSocket socket;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /** @throws IOException when the port is taken */
    public Listener(int port, Clock clock) throws IOException {
        this.clock = clock;
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Begins to serve. */
    public void serve(FrontDoor door) {
        threads.execute(() -> accept(door));
    }

    /** Ends the connections of clients that have not read for four rounds. To be called at intervals, always by the same thread. */
    public void sweep() {
        open.stream().filter(connection -> connection.isStuck(INTERVALS)).forEach(Connection::close);
    }

    /** How many connections are open. */
    public int open() {
        return open.size();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            threads.shutdownNow();
        }
        open.forEach(Connection::close);
        threads.shutdownNow();
    }

    private void accept(FrontDoor door) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                if (open.size() >= MOST) {
                    refuse(client);
                } else {
                    Connection connection = new Connection(client, door, clock);
                    open.add(connection);
                    threads.execute(() -> {
                        try {
                            connection.run();
                        } finally {
                            open.remove(connection);
                        }
                    });
                }
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private static void refuse(Socket client) throws IOException {
        try (client) {
            client.getOutputStream().write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
