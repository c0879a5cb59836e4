package sh.inference.console.sandbox.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.Refusal;

/** The members of a body: what has another type than it must have is refused, never guessed at. A null counts as absent. */
public record Members(ObjectNode body) {
    public boolean has(String name) {
        return !body.path(name).isMissingNode() && !body.path(name).isNull();
    }

    /** @throws Refusal when it is absent, empty or no text */
    public String text(String name) {
        String text = text(name, "");
        if (text.isBlank()) {
            throw new Refusal("invalid_request", name + " is required");
        }
        return text;
    }

    public String text(String name, String otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!body.path(name).isTextual()) {
            throw new Refusal("invalid_request", name + " must be text");
        }
        return body.path(name).textValue();
    }

    /** @throws Refusal when it is none of the words */
    public String oneOf(String name, List<String> words) {
        String wanted = text(name, "");
        if (!words.contains(wanted)) {
            throw new Refusal("validation_error", name + " is one of " + String.join(", ", words));
        }
        return wanted;
    }

    public boolean flag(String name) {
        if (!body.path(name).isBoolean()) {
            throw new Refusal("invalid_request", name + " must be true or false");
        }
        return body.path(name).booleanValue();
    }

    public boolean flag(String name, boolean otherwise) {
        return has(name) ? flag(name) : otherwise;
    }

    /** @throws Refusal when it is absent or no whole number from 0 up to the most */
    public int count(String name, int most) {
        JsonNode value = body.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > most) {
            throw new Refusal("invalid_request", name + " must be a whole number from 0 to " + most);
        }
        return value.intValue();
    }

    /** Empty when it is absent. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (has(name)) {
            if (!body.path(name).isArray()) {
                throw new Refusal("invalid_request", name + " must be a list of texts");
            }
            for (JsonNode entry : body.path(name)) {
                if (!entry.isTextual()) {
                    throw new Refusal("invalid_request", name + " must be a list of texts");
                }
                texts.add(entry.textValue());
            }
        }
        return texts;
    }

    public Optional<Members> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (body.path(name) instanceof ObjectNode object) {
            return Optional.of(new Members(object));
        }
        throw new Refusal("invalid_request", name + " must be an object");
    }

    public Optional<Instant> moment(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text(name)).toInstant());
        } catch (DateTimeException malformed) {
            throw new Refusal("invalid_request", name + " must be a time such as 2026-10-13T12:00:00Z");
        }
    }
}
