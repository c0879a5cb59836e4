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
    private static final int SHORT = 8;

    private CurrentVersion() {
    }

    static UnaryOperator<Situation> reread(InferenceApi api, String appId) throws ApiException {
        try {
            App read = api.getApp(appId);
            return seen -> seen.with(read);
        } catch (ApiException failed) {
            if (failed.failure() instanceof ApiFailure.NotFound) {
                return seen -> seen.without(appId);
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

    /** The form of a version's id that people read and callers may write. */
    static String brief(String versionId) {
        return versionId.substring(0, Math.min(SHORT, versionId.length()));
    }
}
