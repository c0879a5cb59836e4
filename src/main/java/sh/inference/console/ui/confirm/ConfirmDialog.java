package sh.inference.console.ui.confirm;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.VBox;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.ops.Confirmation;
import sh.inference.console.ops.ConfirmationRequest;
import sh.inference.console.ops.bulk.BulkConfirmation;
import sh.inference.console.ops.bulk.BulkRequest;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.Ticker;

/** Asks in a dialog inside the window, about one operation or about a verb on several engines. */
public final class ConfirmDialog implements Confirmation, BulkConfirmation {
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
        show(loader.load(view), model::cancel, view::focusFirst, model.closedProperty());
    }

    @Override
    public void ask(BulkRequest request) {
        BulkViewModel model = new BulkViewModel(request, profile, words, ticker);
        BulkView view = new BulkView(model, words);
        show(loader.load(view), model::cancel, view::focusFirst, model.closedProperty());
    }

    private void show(VBox dialog, Runnable cancel, Runnable focusFirst, ReadOnlyBooleanProperty closed) {
        layer.show(dialog, cancel);
        focusFirst.run();
        closed.subscribe(now -> {
            if (now) {
                layer.close(dialog);
            }
        });
    }
}
