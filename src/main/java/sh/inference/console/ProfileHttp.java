package sh.inference.console;

import java.time.Clock;
import java.time.Duration;

import sh.inference.console.api.http.HttpInferenceApi;
import sh.inference.console.api.http.HttpSettings;
import sh.inference.console.api.http.ProxyChoice;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ProfileSettings;
import sh.inference.console.profile.ProxySetting;
import sh.inference.console.profile.SavedProfile;

/** How the settings of a profile read to the HTTP layer. */
final class ProfileHttp {
    private static final int REPLIES_A_CALL = 3;

    private ProfileHttp() {
    }

    /** @param proxyPassword of a proxy given by hand; empty for none */
    static HttpSettings settings(ProfileSettings settings, String proxyPassword) {
        Duration reply = settings.replyTimeout();
        return HttpSettings.DEFAULT.withApiVersion(settings.sendApiVersion())
                .withTimeouts(settings.connectTimeout(), reply, reply.multipliedBy(REPLIES_A_CALL), HttpSettings.DEFAULT.streamSilence())
                .withProxy(proxy(settings.proxy(), proxyPassword)).withCertificates(settings.certificates());
    }

    /** A client that cannot write, to try a connection with. */
    static HttpInferenceApi reader(SavedProfile profile, ApiKey key, String proxyPassword, Clock clock) {
        HttpSettings settings = settings(profile.settings(), proxyPassword);
        return new HttpInferenceApi(profile.place().baseUrl(), key::bearer, () -> settings, clock, () -> false, note -> { });
    }

    private static ProxyChoice proxy(ProxySetting setting, String password) {
        return switch (setting.way()) {
            case SYSTEM -> ProxyChoice.OfSystem.from(System.getenv());
            case DIRECT -> new ProxyChoice.None();
            case MANUAL -> new ProxyChoice.Manual(setting.host(), setting.port(), setting.user(), password);
        };
    }
}
