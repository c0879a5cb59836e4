package sh.inference.console.api.http;

import java.io.IOException;
import java.util.Set;
import java.util.function.BooleanSupplier;

import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Lets no write pass while writes are locked, whatever the layers above believe. It stands in the HTTP client itself,
 * before a connection is opened and again when the request leaves, so there is no way round it.
 */
final class WriteGate implements Interceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private final BooleanSupplier open;

    /** A write that was not let through. */
    static final class Locked extends IOException {
        private static final long serialVersionUID = 1L;

        Locked() {
            super("writes are locked");
        }
    }

    /** @param open whether writes pass now; asked on the calling thread */
    WriteGate(BooleanSupplier open) {
        this.open = open;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (isWrite(chain.request()) && !open.getAsBoolean()) {
            throw new Locked();
        }
        return chain.proceed(chain.request());
    }

    /** Everything that is not known to be a reading is a write, also a path that nobody has thought of. */
    static boolean isWrite(Request request) {
        if (READING.contains(request.method())) {
            return false;
        }
        // The path as it goes over the wire: an id that holds an encoded slash ends no path.
        String path = request.url().encodedPath();
        return !(request.method().equals("POST") && (path.endsWith("/list") || path.endsWith("/engines/resources")));
    }
}
