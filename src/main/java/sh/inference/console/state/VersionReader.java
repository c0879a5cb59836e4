package sh.inference.console.state;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.compare.Comparison;
import sh.inference.console.compare.VersionComparison;
import sh.inference.console.model.VersionDocument;

/**
 * Reads whole versions and compares them into the {@link AppsStore}, and asks the service which engines it thinks able to
 * run an app. A version never changes, so the last few are kept. Confined to the FX thread; what blocks runs in the
 * background.
 */
public final class VersionReader {
    private static final int KEPT = 6;
    private final InferenceApi api;
    private final AppsStore store;
    private final Permissions permissions;
    private final FeedRuntime runtime;
    private final Map<String, VersionDocument> documents = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, VersionDocument> eldest) {
            return size() > KEPT;
        }
    });

    public VersionReader(InferenceApi api, AppsStore store, Permissions permissions, FeedRuntime runtime) {
        this.api = api;
        this.store = store;
        this.permissions = permissions;
        this.runtime = runtime;
    }

    /** Compares two versions, unless that is done or under way; a failure is tried again. */
    public void compare(VersionPair pair) {
        Compared known = store.comparisons().get(pair);
        if (pair.from().isEmpty() || pair.to().isEmpty() || known instanceof Compared.Done || known instanceof Compared.Reading) {
            return;
        }
        store.setComparison(pair, new Compared.Reading());
        runtime.tasks().run(() -> read(pair), done -> store.setComparison(pair, new Compared.Done(done)), reason -> {
            ApiFailure failure = reason instanceof IOException ? new ApiFailure.Malformed(200, "") : FeedRuntime.failure(reason);
            permissions.learn(failure);
            store.setComparison(pair, new Compared.Failed(failure.problem()));
        });
    }

    /** Asks which engines the service thinks able to run the app's current version; where that is refused nothing is known. */
    public void askForEngines(String appId) {
        if (!appId.isEmpty()) {
            runtime.tasks().run(() -> api.enginesFor(appId), ids -> store.setOpinion(appId, List.copyOf(ids)), refused -> {
            });
        }
    }

    /** On a background thread. */
    private Comparison read(VersionPair pair) throws ApiException, IOException {
        return VersionComparison.of(document(pair.appId(), pair.from()), document(pair.appId(), pair.to()));
    }

    private VersionDocument document(String appId, String versionId) throws ApiException {
        VersionDocument known = documents.get(versionId);
        if (known == null) {
            known = api.readVersion(appId, versionId);
            documents.put(versionId, known);
        }
        return known;
    }
}
