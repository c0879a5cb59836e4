package sh.inference.console.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a console and a service: it goes away with everything that was open, and comes back. */
final class NetworkGate implements AutoCloseable {
    private final ServerSocket front = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int behind;
    private volatile boolean up = true;

    NetworkGate(int behind) throws IOException {
        this.behind = behind;
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + front.getLocalPort());
    }

    void down() throws IOException {
        up = false;
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    void up() {
        up = true;
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket client = front.accept();
                if (!up) {
                    client.close();
                    continue;
                }
                Socket service = new Socket(InetAddress.getLoopbackAddress(), behind);
                open.add(client);
                open.add(service);
                // The service answers under its own name only.
                Thread.ofVirtual().start(() -> pass(client, service, "127.0.0.1:" + front.getLocalPort(), "127.0.0.1:" + behind));
                Thread.ofVirtual().start(() -> pass(service, client, "", ""));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, String name, String instead) {
        try (from; to) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[64 << 10];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (name.isEmpty()) {
                    to.getOutputStream().write(buffer, 0, read);
                } else {
                    to.getOutputStream().write(new String(buffer, 0, read, StandardCharsets.ISO_8859_1).replace(name, instead).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException ended) {
            up &= !front.isClosed();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
        down();
    }
}
