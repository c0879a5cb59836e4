package sh.inference.console.ui.profile;

import java.util.Optional;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import sh.inference.console.text.Messages;

/** The first start: stay on the sandbox, or connect a workspace. Confined to the FX thread. */
public final class WelcomeViewModel {
    private final ProfileActions actions;
    private final Messages words;
    private final int engines;
    private final int apps;
    private final ProfileEditorViewModel editor;
    private final ReadOnlyBooleanWrapper closed = new ReadOnlyBooleanWrapper();

    /**
     * @param engines how many the running sandbox has
     * @param apps    how many the running sandbox has
     */
    public WelcomeViewModel(ProfileActions actions, Messages words, int engines, int apps) {
        this.actions = actions;
        this.words = words;
        this.engines = engines;
        this.apps = apps;
        this.editor = new ProfileEditorViewModel(actions, words, Optional.empty(), this::kept);
    }

    public ProfileEditorViewModel editor() {
        return editor;
    }

    /** What is in the sandbox, in numbers. */
    public String inside() {
        return words.of("welcome.sandbox.inside", engines, apps);
    }

    public ReadOnlyBooleanProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    /** Leaves the welcome; the sandbox is there already. */
    public void openSandbox() {
        editor.cancel();
    }

    private void kept(Optional<String> id) {
        closed.set(true);
        id.ifPresent(actions::open);
    }
}
