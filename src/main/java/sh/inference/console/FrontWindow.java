package sh.inference.console;

import java.util.ArrayList;
import java.util.List;

import sh.inference.console.ops.ConfirmationRequest;
import sh.inference.console.ops.bulk.BulkRequest;
import sh.inference.console.ui.common.ModalLayer;
import sh.inference.console.ui.confirm.ConfirmDialog;

/** Asks the operator in the window that was last in front, for it is there that something was asked for. FX thread. */
final class FrontWindow {
    private final List<Window> windows = new ArrayList<>();

    private record Window(ModalLayer layer, ConfirmDialog dialog) {
        boolean isOpen() {
            return layer.getScene() != null && layer.getScene().getWindow() != null && layer.getScene().getWindow().isShowing();
        }
    }

    void add(ModalLayer layer, ConfirmDialog dialog) {
        windows.add(new Window(layer, dialog));
    }

    /** From now on it is asked there. */
    void toFront(ModalLayer layer) {
        windows.stream().filter(window -> window.layer() == layer).findFirst().ifPresent(window -> {
            windows.remove(window);
            windows.addFirst(window);
        });
    }

    void ask(ConfirmationRequest request) {
        front().dialog().ask(request);
    }

    void ask(BulkRequest request) {
        front().dialog().ask(request);
    }

    private Window front() {
        return windows.stream().filter(Window::isOpen).findFirst().orElseGet(windows::getFirst);
    }
}
