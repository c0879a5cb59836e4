package sh.inference.console.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import okhttp3.ResponseBody;

/** Reads a body up to a limit. */
final class BoundedBody {
    private BoundedBody() {
    }

    /** The whole body, or empty when it is longer than the limit; then no more than the limit was read. */
    static Optional<byte[]> read(ResponseBody body, int limit) throws IOException {
        if (body.contentLength() > limit) {
            return Optional.empty();
        }
        byte[] all = beginning(body, limit + 1);
        return all.length > limit ? Optional.empty() : Optional.of(all);
    }

    /** As much of the body as there is, up to the limit. */
    static byte[] beginning(ResponseBody body, int limit) throws IOException {
        InputStream in = body.byteStream();
        long announced = body.contentLength();
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.clamp(announced, 256, limit));
        byte[] buffer = new byte[16 << 10];
        while (out.size() < limit) {
            int n = in.read(buffer, 0, Math.min(buffer.length, limit - out.size()));
            if (n < 0) {
                break;
            }
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }
}
