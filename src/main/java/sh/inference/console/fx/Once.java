package sh.inference.console.fx;

import java.util.function.Supplier;

/**
 * Something that is made when it is first asked for, and is the same ever after: what the first frame does not show is
 * not built before it. Confined to one thread, the FX thread for views.
 */
public final class Once<T> implements Supplier<T> {
    private Supplier<? extends T> maker;
    private T made;

    public Once(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (maker != null) {
            made = maker.get();
            maker = null;
        }
        return made;
    }
}
