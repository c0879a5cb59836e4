package sh.inference.console.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

import sh.inference.console.model.Text;

/** What may be an address of a service, and whether a key may travel there. */
public final class BaseUrl {
    private BaseUrl() {
    }

    /** What an operator typed as an address, without a slash at the end; {@code https} where they named no scheme. */
    public static Optional<URI> read(String typed) {
        String text = typed.strip();
        String whole = (text.contains("://") ? text : "https://" + text).replaceAll("/+$", "");
        try {
            URI uri = new URI(whole).parseServerAuthority();
            return isHttp(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    /** Whether what is sent there cannot be read on the way: it is encrypted, or never leaves this computer. */
    public static boolean isPrivate(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || isHere(uri);
    }

    /** Whether it is this computer. */
    public static boolean isHere(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Why a profile may not be opened: the key would travel in the clear, and nobody has confirmed that in so many words. */
    public static Optional<Text> refusal(URI uri, boolean plainAccepted) {
        return isPrivate(uri) || plainAccepted ? Optional.empty() : Optional.of(Text.of("profile.plain.refused", uri.getHost()));
    }

    private static boolean isHttp(URI uri) {
        return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null && uri.getUserInfo() == null
                && uri.getQuery() == null && uri.getFragment() == null;
    }
}
