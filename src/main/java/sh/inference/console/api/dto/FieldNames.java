package sh.inference.console.api.dto;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which member a name in {@code fields} means. Names may be dotted or in the service's own spelling ({@code Status},
 * {@code EngineVersion}): the first segment counts, without case and underscores (contract 8.5).
 */
final class FieldNames<E extends Enum<E>> {
    private final Class<E> type;
    private final Map<String, E> exact;
    private final Map<String, E> loose;

    private FieldNames(Class<E> type, Map<String, E> exact) {
        this.type = type;
        this.exact = exact;
        this.loose = new HashMap<>();
        exact.forEach((name, field) -> loose.put(plain(name), field));
    }

    /** Every constant under its own name in lower case. */
    static <E extends Enum<E>> FieldNames<E> of(Class<E> type) {
        Map<String, E> names = new HashMap<>();
        for (E constant : type.getEnumConstants()) {
            names.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return new FieldNames<>(type, names);
    }

    /** The same and one more name. */
    FieldNames<E> with(String name, E field) {
        Map<String, E> more = new HashMap<>(exact);
        more.put(name, field);
        return new FieldNames<>(type, more);
    }

    /** The known ones of the names; unknown names are dropped. */
    EnumSet<E> all(Collection<String> names) {
        EnumSet<E> fields = EnumSet.noneOf(type);
        for (String name : names) {
            E field = exact.get(name);
            if (field == null) {
                int dot = name.indexOf('.');
                field = loose.get(plain(dot < 0 ? name : name.substring(0, dot)));
            }
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
