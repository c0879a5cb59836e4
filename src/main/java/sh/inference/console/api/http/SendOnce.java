package sh.inference.console.api.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sees to it that a request goes out once, whatever the HTTP library would like to do about the answer: it repeats even
 * a POST when a 503 says {@code Retry-After: 0}.
 */
final class SendOnce implements Interceptor {
    private static final int UNAVAILABLE = 503;
    private static final int PROXY_ASKS = 407;

    /** Carried by each request; set when it goes out. */
    static final class Token {
        private final AtomicBoolean used = new AtomicBoolean();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Token token = chain.request().tag(Token.class);
        if (token != null && !token.used.compareAndSet(false, true)) {
            throw new IOException("refused to send a request twice");
        }
        Response response = chain.proceed(chain.request());
        if (token != null && response.code() == PROXY_ASKS) {
            // It went no further than the proxy, which wants it again with credentials.
            token.used.set(false);
        }
        return response.code() == UNAVAILABLE ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }
}
