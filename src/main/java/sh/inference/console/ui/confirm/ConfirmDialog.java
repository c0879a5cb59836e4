package sh.inference.console.ui.confirm;

import javafx.scene.layout.VBox;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.ops.Confirmation;
import sh.inference.console.ops.ConfirmationRequest;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.Ticker;

/** Asks in a dialog inside the window. */
public final class ConfirmDialog implements Confirmation {
    private final ModalLayer layer;
    private final ViewLoader loader;
    private final ConnectionProfile profile;
    private final Messages words;
    private final Ticker ticker;

    public ConfirmDialog(ModalLayer layer, ViewLoader loader, ConnectionProfile profile, Messages words, Ticker ticker) {
        this.layer = layer;
        this.loader = loader;
        this.profile = profile;
        this.words = words;
        this.ticker = ticker;
    }

    @Override
    public void ask(ConfirmationRequest request) {
        ConfirmViewModel model = new ConfirmViewModel(request, profile, words, ticker);
        ConfirmView view = new ConfirmView(model, words);
        VBox dialog = loader.load(view);
        layer.show(dialog, model::cancel);
        view.focusFirst();
        model.closedProperty().subscribe(closed -> {
            if (closed) {
                layer.close(dialog);
            }
        });
    }
}
