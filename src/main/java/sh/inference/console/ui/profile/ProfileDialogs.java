package sh.inference.console.ui.profile;

import java.util.Optional;
import java.util.function.Consumer;

import javafx.scene.layout.Region;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ModalLayer;

/** Opens the dialogs about profiles in a window. */
public final class ProfileDialogs {
    private final ProfileActions actions;
    private final ViewLoader loader;
    private final ModalLayer layer;
    private final Messages words;

    public ProfileDialogs(ProfileActions actions, ViewLoader loader, ModalLayer layer, Messages words) {
        this.actions = actions;
        this.loader = loader;
        this.layer = layer;
        this.words = words;
    }

    public ProfileActions actions() {
        return actions;
    }

    /** The form of a new profile, which is opened when it has been kept. */
    public void add() {
        edit(Optional.empty());
    }

    /** The form of a profile that is kept. */
    public void edit(SavedProfile profile) {
        edit(Optional.of(profile));
    }

    /** Every profile, to open, edit, copy or delete. */
    public void manage() {
        ProfilesViewModel model = new ProfilesViewModel(actions, words);
        Region[] dialog = new Region[1];
        Runnable close = () -> layer.close(dialog[0]);
        dialog[0] = loader.load(new ProfilesView(model, this, close));
        layer.show(dialog[0], close);
    }

    /** The welcome of a first start. */
    public void welcome(int engines, int apps) {
        WelcomeView.show(new WelcomeViewModel(actions, words, engines, apps), loader, layer);
    }

    /** Asks for the key of a profile, or the passphrase of the file that it is in. */
    public void askForKey(SavedProfile profile, Runnable given) {
        Region[] dialog = new Region[1];
        Consumer<Boolean> closed = done -> {
            layer.close(dialog[0]);
            if (done) {
                given.run();
            }
        };
        KeyPromptViewModel model = new KeyPromptViewModel(actions, profile, words, closed);
        dialog[0] = loader.load(new KeyPromptView(model));
        layer.show(dialog[0], model::cancel);
    }

    private void edit(Optional<SavedProfile> profile) {
        Region[] dialog = new Region[1];
        ProfileEditorViewModel model = new ProfileEditorViewModel(actions, words, profile, kept -> {
            layer.close(dialog[0]);
            kept.ifPresent(actions::open);
        });
        ProfileEditorView view = new ProfileEditorView(model, true);
        dialog[0] = loader.load(view);
        layer.show(dialog[0], model::cancel);
        view.focusFirst();
    }
}
