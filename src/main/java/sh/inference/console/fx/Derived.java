package sh.inference.console.fx;

import java.util.function.Function;

/**
 * What is made from something else, and made anew only when that is another: a clock that ticks each second asks for words
 * that change once a minute. Confined to one thread, the FX thread for views.
 *
 * @param <K> what it is made from, compared by {@code equals}
 */
public final class Derived<K, V> {
    private final Function<? super K, ? extends V> maker;
    private K from;
    private V made;

    public Derived(Function<? super K, ? extends V> maker) {
        this.maker = maker;
    }

    public V of(K source) {
        if (!source.equals(from)) {
            made = maker.apply(source);
            from = source;
        }
        return made;
    }
}
