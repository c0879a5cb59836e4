package sh.inference.console.ops.promote;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.App;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.Situation;

/** How the current version of an app is read again and recognised; the same forwards and back. */
final class CurrentVersion {
    static final Duration DEADLINE = Duration.ofMinutes(1);
    /** The service takes whoever comes last (contract 4.5), so only a fresh look shows that somebody else came before. */
    static final Optional<Duration> READ_WITHIN = Optional.of(Duration.ofSeconds(1));
    private static final int SHORT = 8;

    private CurrentVersion() {
    }

    /** The version first and the app last, so that what is compared is as fresh as can be when the request leaves. */
    static UnaryOperator<Situation> reread(InferenceApi api, String appId, String versionId) throws ApiException {
        boolean there = isThere(api, appId, versionId);
        try {
            App read = api.getApp(appId);
            return seen -> there ? seen.with(read) : seen.with(read).withoutVersion(appId, versionId);
        } catch (ApiException failed) {
            if (failed.failure() instanceof ApiFailure.NotFound) {
                return seen -> seen.without(appId);
            }
            throw failed;
        }
    }

    private static boolean isThere(InferenceApi api, String appId, String versionId) throws ApiException {
        try {
            api.getVersion(appId, versionId);
            return true;
        } catch (ApiException failed) {
            if (failed.failure() instanceof ApiFailure.NotFound) {
                return false;
            }
            throw failed;
        }
    }

    static Observation observe(String appId, String versionId, Situation before, Situation now) {
        Optional<App> app = now.apps().find(appId);
        if (app.isEmpty()) {
            return new Observation.Overtaken(Text.of("current.app-gone"));
        }
        String current = app.get().versionId();
        if (current.equals(versionId)) {
            return new Observation.Done(Text.of("current.done", brief(versionId)));
        }
        Optional<String> was = before.apps().find(appId).map(App::versionId);
        if (current.isEmpty() || was.isEmpty() || was.get().equals(current)) {
            return new Observation.Nothing();
        }
        return new Observation.Overtaken(Text.of("current.overtaken", brief(current)));
    }

    /** The service took it and the app still shows another version: somebody has to know. */
    static Optional<Text> ignored(String appId, String versionId, Situation after) {
        return after.apps().find(appId).map(App::versionId).filter(current -> !current.equals(versionId))
                .map(current -> Text.of("current.ignored", brief(versionId), current.isEmpty() ? Text.of("plan.unknown") : Text.verbatim(brief(current))));
    }

    /** The form of a version's id that people read and callers may write. */
    static String brief(String versionId) {
        return versionId.substring(0, Math.min(SHORT, versionId.length()));
    }
}
