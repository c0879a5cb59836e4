package sh.inference.console.ui.palette;

import java.util.List;

/** Something the palette can find. Called on the FX thread at every key stroke, so it must be quick over 10,000 things. */
public interface PaletteSource {
    /** The best answers first, about {@code most} of each kind. */
    List<PaletteEntry> find(PaletteQuery query, int most);

    /** The palette was opened: what does not change while it is open may be made ready. */
    default void opened() {
    }
}
