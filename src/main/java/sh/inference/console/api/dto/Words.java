package sh.inference.console.api.dto;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import sh.inference.console.model.Wire;

/** The known words of an enum, ready made, because every frame of a stream brings several. */
final class Words<E extends Enum<E>> {
    private final Class<E> type;
    private final Map<String, Wire<E>> known = new HashMap<>();

    Words(Class<E> type) {
        this.type = type;
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            known.put(word, Wire.read(type, word));
        }
    }

    Wire<E> read(String word) {
        Wire<E> ready = word == null ? null : known.get(word);
        return ready == null ? Wire.read(type, word) : ready;
    }
}
