package sh.inference.console.api.http;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How to speak to the service. Looked at before every request, so that a change counts from the next one on; streams that
 * are open go on as they were opened.
 *
 * @param sendApiVersion whether to send {@code X-API-Version: 2}: older servers then answer as newer ones do, newer ones
 *                       ignore it (contract 1.3)
 * @param connectTimeout for a connection, its encryption included; more than zero
 * @param replyTimeout   the longest silence within an ordinary reply; more than zero
 * @param callTimeout    for a whole ordinary call, from its beginning to its last byte; more than zero
 * @param streamSilence  the silence after which a stream counts as dead (contract 8.1); more than zero
 * @param maxReplyBytes  a larger reply is refused without being taken in; more than zero
 * @param proxy          the way out of the network: none, the computer's own, or one given by hand with its credentials
 * @param certificates   further certificate authorities to trust beside the platform's, in PEM; empty for none.
 *                       {@link Trust#subjects} tells whether they can be read
 */
public record HttpSettings(boolean sendApiVersion, Duration connectTimeout, Duration replyTimeout, Duration callTimeout, Duration streamSilence,
                           int maxReplyBytes, ProxyChoice proxy, String certificates) {
    public static final HttpSettings DEFAULT = new HttpSettings(true, Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60),
            Duration.ofSeconds(45), 32 << 20, new ProxyChoice.OfSystem(Map.of()), "");

    /** @throws IllegalArgumentException when a limit is not more than zero */
    public HttpSettings {
        boolean timed = Stream.of(connectTimeout, replyTimeout, callTimeout, streamSilence).allMatch(Duration::isPositive);
        if (!timed || maxReplyBytes <= 0) {
            throw new IllegalArgumentException("a limit of the connection is not more than zero");
        }
    }

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
