package sh.inference.console.model;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where people find in the browser what a console shows. Source: the service's own pages, {@code app.inference.sh} beside
 * {@code api.inference.sh}; of a service under another name no pages are known. An address never carries a key.
 */
public final class WebPage {
    private static final String API = "api.";

    private WebPage() {
    }

    /**
     * The page of an app.
     *
     * @param service the address of the API
     */
    public static Optional<URI> of(URI service, App app) {
        String host = service.getHost();
        boolean known = host != null && host.startsWith(API) && "https".equals(service.getScheme()) && !app.namespace().isEmpty() && !app.name().isEmpty();
        return known ? Optional.of(URI.create("https://app." + host.substring(API.length()) + "/apps/" + encoded(app.namespace()) + "/" + encoded(app.name()))) : Optional.empty();
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
