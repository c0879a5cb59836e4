package sh.inference.console.api.http;

import java.time.Duration;
import java.util.Map;

/**
 * How to speak to the service. Looked at before every request, so that a change counts from the next one on.
 *
 * @param sendApiVersion  whether to send {@code X-API-Version: 2} (contract 1.3)
 * @param connectTimeout  for a connection, its encryption included
 * @param replyTimeout    the longest silence within an ordinary reply
 * @param callTimeout     for a whole ordinary call
 * @param streamSilence   the silence after which a stream counts as dead (contract 8.1)
 * @param maxReplyBytes   a larger reply is refused
 * @param proxy           the way out of the network
 * @param certificates    further certificate authorities to trust, PEM; empty for none
 */
public record HttpSettings(boolean sendApiVersion, Duration connectTimeout, Duration replyTimeout, Duration callTimeout, Duration streamSilence,
                           int maxReplyBytes, ProxyChoice proxy, String certificates) {
    public static final HttpSettings DEFAULT = new HttpSettings(true, Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60),
            Duration.ofSeconds(45), 32 << 20, new ProxyChoice.OfSystem(Map.of()), "");

    public HttpSettings withApiVersion(boolean send) {
        return new HttpSettings(send, connectTimeout, replyTimeout, callTimeout, streamSilence, maxReplyBytes, proxy, certificates);
    }

    public HttpSettings withTimeouts(Duration connect, Duration reply, Duration call, Duration silence) {
        return new HttpSettings(sendApiVersion, connect, reply, call, silence, maxReplyBytes, proxy, certificates);
    }

    public HttpSettings withMaxReplyBytes(int bytes) {
        return new HttpSettings(sendApiVersion, connectTimeout, replyTimeout, callTimeout, streamSilence, bytes, proxy, certificates);
    }

    public HttpSettings withProxy(ProxyChoice choice) {
        return new HttpSettings(sendApiVersion, connectTimeout, replyTimeout, callTimeout, streamSilence, maxReplyBytes, choice, certificates);
    }

    public HttpSettings withCertificates(String pem) {
        return new HttpSettings(sendApiVersion, connectTimeout, replyTimeout, callTimeout, streamSilence, maxReplyBytes, proxy, pem);
    }
}
