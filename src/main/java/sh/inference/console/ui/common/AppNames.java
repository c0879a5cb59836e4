package sh.inference.console.ui.common;

import java.util.HashMap;
import java.util.Map;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

import sh.inference.console.model.App;
import sh.inference.console.state.AppsStore;

/** The names of apps by id, kept at hand because every row asks for them. Confined to the FX thread. */
public final class AppNames {
    private static final int ID_LENGTH = 8;
    private final Map<String, String> names = new HashMap<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    public AppNames(AppsStore apps) {
        apps.apps().addListener((InvalidationListener) changed -> learn(apps));
        learn(apps);
    }

    /** The name of an app; the beginning of its id while the name is not known. */
    public String of(String appId) {
        String name = names.get(appId);
        return name != null ? name : appId.length() <= ID_LENGTH ? appId : appId.substring(0, ID_LENGTH);
    }

    /** Counts up whenever names were learned. */
    public ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    private void learn(AppsStore apps) {
        boolean news = false;
        for (App app : apps.apps()) {
            news |= !app.name().equals(names.put(app.id(), app.name()));
        }
        if (news) {
            changes.set(changes.get() + 1);
        }
    }
}
