package sh.inference.console.api.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.ApiFailure.Cause;

/** The HTTP clients for the settings of the moment; built anew when these change. Safe for use by any thread. */
final class Clients {
    private record Built(HttpSettings settings, OkHttpClient reads, OkHttpClient writes, OkHttpClient streams) {
    }

    private final Supplier<HttpSettings> settings;
    private final boolean plain;
    private final WriteGate gate;
    private Built built;

    /**
     * @param writable whether writes pass now
     * @param plain    whether the address needs no encryption: the platform's certificates are not read then
     */
    Clients(Supplier<HttpSettings> settings, BooleanSupplier writable, boolean plain) {
        this.plain = plain;
        this.settings = settings;
        this.gate = new WriteGate(writable);
    }

    HttpSettings settings() {
        return settings.get();
    }

    OkHttpClient reads() throws ApiException {
        return current().reads();
    }

    /** Keeps no connection: a write never meets one that has gone stale, so nothing tempts anyone to repeat it. */
    OkHttpClient writes() throws ApiException {
        return current().writes();
    }

    OkHttpClient streams() throws ApiException {
        return current().streams();
    }

    /** Closes idle connections, which after a reset may all be dead. */
    void dropIdle() throws ApiException {
        current().reads().connectionPool().evictAll();
    }

    private synchronized Built current() throws ApiException {
        HttpSettings now = settings.get();
        if (built == null || !built.settings().equals(now)) {
            if (built != null) {
                built.reads().connectionPool().evictAll();
            }
            built = build(now);
        }
        return built;
    }

    private Built build(HttpSettings settings) throws ApiException {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false)
                .eventListenerFactory(CallTrace.FACTORY).addInterceptor(gate).addNetworkInterceptor(new SendOnce()).addNetworkInterceptor(gate)
                .connectTimeout(settings.connectTimeout()).readTimeout(settings.replyTimeout()).writeTimeout(settings.replyTimeout())
                .callTimeout(settings.callTimeout());
        if (plain) {
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        Proxies.apply(settings.proxy(), builder);
        try {
            Trust.apply(settings.certificates(), builder);
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new ApiException(new ApiFailure.Unreachable(Cause.SETTINGS, false, String.valueOf(unreadable.getMessage())));
        }
        OkHttpClient reads = builder.build();
        OkHttpClient writes = reads.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build();
        OkHttpClient streams = reads.newBuilder().callTimeout(Duration.ZERO).readTimeout(settings.streamSilence()).build();
        return new Built(settings, reads, writes, streams);
    }
}
