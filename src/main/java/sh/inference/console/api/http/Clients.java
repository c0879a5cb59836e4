package sh.inference.console.api.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The HTTP clients for the settings of the moment; built anew when these change. Safe for use by any thread. */
final class Clients {
    private record Built(HttpSettings settings, OkHttpClient reads, OkHttpClient writes, OkHttpClient streams) {
    }

    private final Supplier<HttpSettings> settings;
    private Built built;

    Clients(Supplier<HttpSettings> settings) {
        this.settings = settings;
    }

    HttpSettings settings() {
        return settings.get();
    }

    OkHttpClient reads() {
        return current().reads();
    }

    /** Keeps no connection: a write never meets one that has gone stale, so nothing tempts anyone to repeat it. */
    OkHttpClient writes() {
        return current().writes();
    }

    OkHttpClient streams() {
        return current().streams();
    }

    /** Closes idle connections, which after a reset may all be dead. */
    void dropIdle() {
        current().reads().connectionPool().evictAll();
    }

    private synchronized Built current() {
        HttpSettings now = settings.get();
        if (built == null || !built.settings().equals(now)) {
            if (built != null) {
                built.reads().connectionPool().evictAll();
            }
            built = build(now);
        }
        return built;
    }

    private static Built build(HttpSettings settings) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false)
                .eventListenerFactory(CallTrace.FACTORY).addNetworkInterceptor(new SendOnce())
                .connectTimeout(settings.connectTimeout()).readTimeout(settings.replyTimeout()).writeTimeout(settings.replyTimeout())
                .callTimeout(settings.callTimeout());
        Proxies.apply(settings.proxy(), builder);
        Trust.apply(settings.certificates(), builder);
        OkHttpClient reads = builder.build();
        OkHttpClient writes = reads.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build();
        OkHttpClient streams = reads.newBuilder().callTimeout(Duration.ZERO).readTimeout(settings.streamSilence()).build();
        return new Built(settings, reads, writes, streams);
    }
}
