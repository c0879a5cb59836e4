package sh.inference.console.sandbox.http;

import java.io.IOException;
import java.io.InputStream;

import com.sun.net.httpserver.HttpExchange;

import sh.inference.console.sandbox.fleet.Refusal;

/** Reads request bodies up to a size. */
final class Body {
    static final int MOST = 1 << 20;
    /** How much of a body that is too large is read and thrown away, so that the refusal reaches a client still sending. */
    private static final long POLITE = 16L << 20;

    private Body() {
    }

    static byte[] read(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        byte[] content = in.readNBytes(MOST + 1);
        if (content.length > MOST) {
            long thrown = 0;
            for (long skipped = 1; skipped > 0 && thrown < POLITE; thrown += skipped) {
                skipped = in.readNBytes(MOST).length;
            }
            throw new Refusal("payload_too_large", "a body may have 1 MiB at most");
        }
        return content;
    }
}
