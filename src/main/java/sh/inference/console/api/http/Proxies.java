package sh.inference.console.api.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Chooses the way out for each address, and answers a proxy that asks who we are. */
final class Proxies extends ProxySelector implements Authenticator {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String HEADER = "Proxy-Authorization";
    private final ProxyChoice choice;

    Proxies(ProxyChoice choice) {
        this.choice = choice;
    }

    static void apply(ProxyChoice choice, OkHttpClient.Builder builder) {
        Proxies proxies = new Proxies(choice);
        builder.proxySelector(proxies).proxyAuthenticator(proxies);
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (uri.getHost() == null || HERE.contains(uri.getHost())) {
            return DIRECT;
        }
        List<Proxy> ofPlatform = choice instanceof ProxyChoice.OfSystem ? ofPlatform(uri) : DIRECT;
        return ofPlatform.equals(DIRECT)
                ? byName(uri).map(it -> List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(it.host(), it.port())))).orElse(DIRECT)
                : ofPlatform;
    }

    private Optional<ProxyChoice.Manual> byName(URI uri) {
        return switch (choice) {
            case ProxyChoice.None none -> Optional.empty();
            case ProxyChoice.OfSystem system -> ProxyVariables.proxy(system.variables(), uri);
            case ProxyChoice.Manual manual -> Optional.of(manual);
        };
    }

    private static List<Proxy> ofPlatform(URI uri) {
        ProxySelector platform = ProxySelector.getDefault();
        List<Proxy> proxies = platform == null ? List.of() : platform.select(uri);
        return proxies.isEmpty() ? DIRECT : proxies;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException reason) {
        ProxySelector platform = ProxySelector.getDefault();
        if (choice instanceof ProxyChoice.OfSystem && platform != null) {
            platform.connectFailed(uri, address, reason);
        }
    }

    /** Gives the credentials once; a proxy that asks again has refused them. */
    @Override
    public Request authenticate(Route route, Response asked) {
        Request request = asked.request();
        return byName(request.url().uri()).filter(it -> !it.user().isEmpty() && request.header(HEADER) == null)
                .map(it -> request.newBuilder().header(HEADER, Credentials.basic(it.user(), it.password())).build()).orElse(null);
    }
}
