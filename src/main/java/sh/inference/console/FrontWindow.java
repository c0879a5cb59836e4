package sh.inference.console;

import java.util.ArrayList;
import java.util.List;

import sh.inference.console.ops.Confirmation;
import sh.inference.console.ops.ConfirmationRequest;
import sh.inference.console.ops.bulk.BulkConfirmation;
import sh.inference.console.ops.bulk.BulkRequest;
import sh.inference.console.ui.common.ModalLayer;

/** Asks the operator in the window that is in front, for it is there that something was asked for. FX thread. */
final class FrontWindow {
    private final List<Window> windows = new ArrayList<>();

    private record Window(ModalLayer layer, Confirmation one, BulkConfirmation many) {
        boolean isInFront() {
            return layer.getScene() != null && layer.getScene().getWindow() != null && layer.getScene().getWindow().isFocused();
        }
    }

    void add(ModalLayer layer, Confirmation one, BulkConfirmation many) {
        windows.add(new Window(layer, one, many));
    }

    void remove(ModalLayer layer) {
        windows.removeIf(window -> window.layer() == layer);
    }

    void ask(ConfirmationRequest request) {
        front().one().ask(request);
    }

    void ask(BulkRequest request) {
        front().many().ask(request);
    }

    /** Without a window in front, as while another program is, the first one. */
    private Window front() {
        return windows.stream().filter(Window::isInFront).findFirst().orElseGet(windows::getFirst);
    }
}
