package sh.inference.console.state;

import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import sh.inference.console.api.ApiFailure;

/**
 * Scopes the key is known to lack. A key cannot list its own scopes, so they are learned from refusals (contract 9.2):
 * an unknown scope counts as held. Confined to the FX thread.
 */
public final class Permissions {
    private final ObservableSet<String> missing = FXCollections.observableSet();
    private final ObservableSet<String> view = FXCollections.unmodifiableObservableSet(missing);

    public ObservableSet<String> missing() {
        return view;
    }

    public void learnMissing(String scope) {
        missing.add(scope);
    }

    /** Learns what a failure tells: the scope of a refusal that names one. */
    public void learn(ApiFailure failure) {
        if (failure instanceof ApiFailure.Forbidden refusal) {
            refusal.scope().ifPresent(this::learnMissing);
        }
    }
}
