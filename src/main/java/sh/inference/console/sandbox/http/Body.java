package sh.inference.console.sandbox.http;

import java.io.IOException;
import java.io.InputStream;

import sh.inference.console.sandbox.fleet.Refusal;

/** Reads request bodies up to a size. */
final class Body {
    static final int MOST = 1 << 20;
    /** How much of a body that is too large is read and thrown away, so that the refusal reaches a client still sending. */
    private static final long POLITE = 16L << 20;

    private Body() {
    }

    static byte[] read(InputStream in) throws IOException {
        byte[] content = in.readNBytes(MOST + 1);
        if (content.length > MOST) {
            byte[] thrown = new byte[1 << 16];
            long count = 0;
            for (int read = in.read(thrown); read > 0 && count < POLITE; read = in.read(thrown)) {
                count += read;
            }
            throw new Refusal("payload_too_large", "a body may have 1 MiB at most");
        }
        return content;
    }
}
