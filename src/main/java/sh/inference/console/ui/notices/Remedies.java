package sh.inference.console.ui.notices;

import java.util.Optional;

import sh.inference.console.model.Text;
import sh.inference.console.state.Notice;

/** What can be done about a notice, one step away from it. Called on the FX thread. */
public interface Remedies {
    /** Nothing can be done about any of them. */
    Remedies NONE = notice -> Optional.empty();

    /**
     * One of them. It opens a dialog at most; nothing is sent by choosing it.
     *
     * @param words as on the button
     */
    record Remedy(Text words, Runnable run) {
    }

    /** Empty where nothing can be done from here. */
    Optional<Remedy> of(Notice notice);
}
