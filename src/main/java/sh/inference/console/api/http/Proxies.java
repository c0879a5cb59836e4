package sh.inference.console.api.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;

import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** Chooses the way out for each address. */
final class Proxies extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private final ProxyChoice choice;

    Proxies(ProxyChoice choice) {
        this.choice = choice;
    }

    static void apply(ProxyChoice choice, OkHttpClient.Builder builder) {
        builder.proxySelector(new Proxies(choice));
        if (choice instanceof ProxyChoice.Manual manual && !manual.user().isEmpty()) {
            String credentials = Credentials.basic(manual.user(), manual.password());
            builder.proxyAuthenticator((route, response) -> response.request().header("Proxy-Authorization") != null
                    ? null
                    : response.request().newBuilder().header("Proxy-Authorization", credentials).build());
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (uri.getHost() == null || HERE.contains(uri.getHost())) {
            return DIRECT;
        }
        return switch (choice) {
            case ProxyChoice.None none -> DIRECT;
            case ProxyChoice.OfSystem system -> ofSystem(uri);
            case ProxyChoice.Manual manual -> List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(manual.host(), manual.port())));
        };
    }

    private static List<Proxy> ofSystem(URI uri) {
        ProxySelector system = ProxySelector.getDefault();
        List<Proxy> proxies = system == null ? List.of() : system.select(uri);
        return proxies.isEmpty() ? DIRECT : proxies;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException reason) {
        ProxySelector system = ProxySelector.getDefault();
        if (choice instanceof ProxyChoice.OfSystem && system != null) {
            system.connectFailed(uri, address, reason);
        }
    }
}
