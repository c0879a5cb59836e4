package sh.inference.console.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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
        if (announced < 0) {
            return in.readNBytes(limit);
        }
        // A page of engines is some hundred kilobytes: read into an array that fits, and not copied into another.
        byte[] all = new byte[(int) Math.min(announced, limit)];
        int read = in.readNBytes(all, 0, all.length);
        return read < all.length ? Arrays.copyOf(all, read) : all;
    }
}
