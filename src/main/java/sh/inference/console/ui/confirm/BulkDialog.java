package sh.inference.console.ui.confirm;

import javafx.scene.layout.VBox;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.ops.bulk.BulkConfirmation;
import sh.inference.console.ops.bulk.BulkRequest;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.common.Ticker;

/** Asks about several engines in a dialog inside the window. */
public final class BulkDialog implements BulkConfirmation {
    private final ModalLayer layer;
    private final ViewLoader loader;
    private final ConnectionProfile profile;
    private final Messages words;
    private final Ticker ticker;

    public BulkDialog(ModalLayer layer, ViewLoader loader, ConnectionProfile profile, Messages words, Ticker ticker) {
        this.layer = layer;
        this.loader = loader;
        this.profile = profile;
        this.words = words;
        this.ticker = ticker;
    }

    @Override
    public void ask(BulkRequest request) {
        BulkViewModel model = new BulkViewModel(request, profile, words, ticker);
        BulkView view = new BulkView(model, words);
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
