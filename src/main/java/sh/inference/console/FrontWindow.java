package sh.inference.console;

import java.util.ArrayList;
import java.util.List;

import sh.inference.console.ops.ConfirmationRequest;
import sh.inference.console.ops.bulk.BulkRequest;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.confirm.ConfirmDialog;

/** Asks the operator in the window that is in front, for it is there that something was asked for. FX thread. */
final class FrontWindow {
    private final List<Window> windows = new ArrayList<>();

    private record Window(ModalLayer layer, ConfirmDialog dialog) {
        boolean isInFront() {
            return layer.getScene() != null && layer.getScene().getWindow() != null && layer.getScene().getWindow().isFocused();
        }
    }

    void add(ModalLayer layer, ConfirmDialog dialog) {
        windows.add(new Window(layer, dialog));
    }

    void remove(ModalLayer layer) {
        windows.removeIf(window -> window.layer() == layer);
    }

    void ask(ConfirmationRequest request) {
        front().dialog().ask(request);
    }

    void ask(BulkRequest request) {
        front().dialog().ask(request);
    }

    /** Without a window in front, as while another program is, the first one. */
    private Window front() {
        return windows.stream().filter(Window::isInFront).findFirst().orElseGet(windows::getFirst);
    }
}
