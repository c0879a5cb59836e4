package sh.inference.console.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javafx.beans.value.ObservableValue;

/** Everything that can be reached from an object: through the console's own fields, and what collections and properties hold. */
public final class ObjectGraph {
    private static final String OURS = "sh.inference.console";
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> strings = new HashSet<>();
    private final Deque<Object> waiting = new ArrayDeque<>();

    private ObjectGraph() {
    }

    /** All texts in it, arrays of bytes and characters among them. */
    public static Set<String> strings(Object... roots) {
        ObjectGraph graph = new ObjectGraph();
        for (Object root : roots) {
            graph.meet(root);
        }
        while (!graph.waiting.isEmpty()) {
            graph.visit(graph.waiting.pop());
        }
        return graph.strings;
    }

    private void meet(Object object) {
        if (object instanceof String text) {
            strings.add(text);
        } else if (object != null && seen.add(object)) {
            waiting.push(object);
        }
    }

    private void visit(Object object) {
        switch (object) {
            case byte[] bytes -> strings.add(new String(bytes, StandardCharsets.UTF_8));
            case char[] chars -> strings.add(new String(chars));
            case CharSequence text -> strings.add(text.toString());
            case Map<?, ?> map -> map.forEach((key, value) -> {
                meet(key);
                meet(value);
            });
            case Collection<?> all -> all.forEach(this::meet);
            case Optional<?> maybe -> maybe.ifPresent(this::meet);
            case ObservableValue<?> property -> meet(property.getValue());
            default -> inside(object);
        }
    }

    private void inside(Object object) {
        if (object.getClass().isArray() && !object.getClass().getComponentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(object); i++) {
                meet(Array.get(object, i));
            }
        } else if (object.getClass().getName().startsWith(OURS) && !(object instanceof Enum<?>)) {
            for (Class<?> type = object.getClass(); type != null && type.getName().startsWith(OURS); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                        meet(value(field, object));
                    }
                }
            }
        }
    }

    private static Object value(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
