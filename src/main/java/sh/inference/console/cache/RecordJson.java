package sh.inference.console.cache;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Records as JSON and back, by their components: what is empty is left out, so a record that has grown since is read with
 * the new component empty. One thread at a time.
 */
final class RecordJson {
    private final Map<Class<?>, Shape> shapes = new LinkedHashMap<>();

    /** What a record is made of. */
    private record Shape(Constructor<?> constructor, RecordComponent[] components) {
        static Shape of(Class<?> type) throws IOException {
            RecordComponent[] components = type.getRecordComponents();
            try {
                return new Shape(type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)), components);
            } catch (NoSuchMethodException impossible) {
                throw new IOException(impossible);
            }
        }
    }

    void write(JsonGenerator out, Record value) throws IOException {
        out.writeStartObject();
        for (RecordComponent component : shape(value.getClass()).components()) {
            try {
                member(out, component.getName(), component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException impossible) {
                throw new IOException(impossible);
            }
        }
        out.writeEndObject();
    }

    /** @throws IOException if it is no such record */
    <R extends Record> R read(JsonNode node, Class<R> type) throws IOException {
        try {
            return type.cast(record(node, type, Map.of()));
        } catch (IllegalArgumentException | java.time.DateTimeException strange) {
            throw new IOException(strange.getMessage(), strange);
        }
    }

    private void member(JsonGenerator out, String name, Object value) throws IOException {
        Object held = switch (value) {
            case Optional<?> some -> some.orElse(null);
            case OptionalInt some -> some.isPresent() ? some.getAsInt() : null;
            case OptionalLong some -> some.isPresent() ? some.getAsLong() : null;
            case String text when text.isEmpty() -> null;
            // An empty list in an optional is known to be empty, which is something else than not known.
            case List<?> list when list.isEmpty() -> null;
            case Map<?, ?> map when map.isEmpty() -> null;
            default -> value;
        };
        if (held != null) {
            out.writeFieldName(name);
            value(out, held);
        }
    }

    private void value(JsonGenerator out, Object value) throws IOException {
        switch (value) {
            case Record inner -> write(out, inner);
            case List<?> list -> {
                out.writeStartArray();
                for (Object one : list) {
                    value(out, one);
                }
                out.writeEndArray();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> one : map.entrySet()) {
                    out.writeFieldName(String.valueOf(one.getKey()));
                    value(out, one.getValue());
                }
                out.writeEndObject();
            }
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Boolean truth -> out.writeBoolean(truth);
            case Enum<?> word -> out.writeString(word.name());
            case Instant at -> out.writeString(at.toString());
            case String text -> out.writeString(text);
            default -> throw new IOException("not kept: " + value.getClass());
        }
    }

    private Object record(JsonNode node, Class<?> type, Map<TypeVariable<?>, Type> bound) throws IOException {
        if (!node.isObject()) {
            throw new IOException("not a " + type.getSimpleName());
        }
        Shape shape = shape(type);
        Object[] values = new Object[shape.components().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(node.get(shape.components()[i].getName()), shape.components()[i].getGenericType(), bound);
        }
        try {
            return shape.constructor().newInstance(values);
        } catch (ReflectiveOperationException strange) {
            throw new IOException(type.getSimpleName() + ": " + strange.getCause(), strange);
        }
    }

    /** @param node null where nothing was kept */
    private Object value(JsonNode node, Type type, Map<TypeVariable<?>, Type> bound) throws IOException {
        return switch (type) {
            case TypeVariable<?> variable -> value(node, bound.get(variable), bound);
            case ParameterizedType generic -> generic(node, generic, bound);
            case Class<?> plain -> plain(node, plain);
            default -> throw new IOException("not kept: " + type);
        };
    }

    private Object generic(JsonNode node, ParameterizedType type, Map<TypeVariable<?>, Type> bound) throws IOException {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] inner = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return node == null ? Optional.empty() : Optional.of(value(node, inner[0], bound));
        }
        if (raw == List.class) {
            List<Object> list = new ArrayList<>();
            for (JsonNode one : node == null ? List.<JsonNode>of() : node) {
                list.add(value(one, inner[0], bound));
            }
            return list;
        }
        if (raw == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> one : node == null ? List.<Map.Entry<String, JsonNode>>of() : node.properties()) {
                map.put(one.getKey(), value(one.getValue(), inner[1], bound));
            }
            return map;
        }
        Map<TypeVariable<?>, Type> own = new LinkedHashMap<>();
        for (int i = 0; i < inner.length; i++) {
            own.put(raw.getTypeParameters()[i], inner[i]);
        }
        return record(node, raw, own);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object plain(JsonNode node, Class<?> type) throws IOException {
        if (type == OptionalInt.class) {
            return node == null ? OptionalInt.empty() : OptionalInt.of(node.asInt());
        }
        if (type == OptionalLong.class) {
            return node == null ? OptionalLong.empty() : OptionalLong.of(node.asLong());
        }
        if (type == String.class) {
            return node == null ? "" : node.asText();
        }
        if (node == null) {
            throw new IOException("a " + type.getSimpleName() + " is missing");
        }
        if (type == int.class) {
            return node.asInt();
        }
        if (type == long.class) {
            return node.asLong();
        }
        if (type == boolean.class) {
            return node.asBoolean();
        }
        if (type == Instant.class) {
            return Instant.parse(node.asText());
        }
        return type.isEnum() ? Enum.valueOf((Class) type, node.asText()) : record(node, type, Map.of());
    }

    private Shape shape(Class<?> type) throws IOException {
        Shape known = shapes.get(type);
        if (known == null) {
            known = Shape.of(type);
            shapes.put(type, known);
        }
        return known;
    }
}
