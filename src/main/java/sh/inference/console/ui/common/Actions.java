package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.model.Text;

/**
 * Every action of the console, in one place: the palette lists them, the keyboard finds them, the sheet of keys prints
 * them. Which keys an action listens to is what the operator chose, else what it came with. Confined to the FX thread.
 */
public final class Actions {
    private final Map<String, Action> all = new LinkedHashMap<>();
    private Map<String, List<String>> chosen = Map.of();
    private boolean bareKeys = true;

    /** @throws IllegalArgumentException if there is one of this id already */
    public void add(Action action) {
        if (all.putIfAbsent(action.id(), action) != null) {
            throw new IllegalArgumentException(action.id());
        }
    }

    public Collection<Action> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    public Optional<Action> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The keys an action listens to now. */
    public List<String> keys(Action action) {
        List<String> keys = chosen.getOrDefault(action.id(), action.keys());
        return bareKeys ? keys : keys.stream().filter(key -> !isBare(key)).toList();
    }

    /** The action that listens to a key. */
    public Optional<Action> listeningTo(String key) {
        return all.values().stream().filter(action -> keys(action).contains(key)).findFirst();
    }

    /** Does it, if it is possible now. */
    public void run(String id) {
        find(id).filter(action -> action.whyNot().get().isEmpty()).ifPresent(action -> action.run().run());
    }

    /**
     * Takes over the operator's keys. A key that two actions want, that no action can have, or that would let a bare key
     * lead to a change is left out, and the action keeps what it came with.
     *
     * @param bareKeys whether single characters without a modifier are listened to at all
     * @return what was left out, each with its reason
     */
    public List<Text> choose(Map<String, List<String>> wanted, boolean bareKeys) {
        this.bareKeys = bareKeys;
        Map<String, List<String>> good = new LinkedHashMap<>();
        List<Text> leftOut = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : wanted.entrySet()) {
            Optional<Text> why = whyNot(entry.getKey(), entry.getValue(), good);
            why.ifPresentOrElse(leftOut::add, () -> good.put(entry.getKey(), List.copyOf(entry.getValue())));
        }
        chosen = Map.copyOf(good);
        return leftOut;
    }

    /** Why an action cannot have a key; empty when it can. */
    public Optional<Text> whyNot(String id, String key) {
        return whyNot(id, List.of(key), chosen);
    }

    private Optional<Text> whyNot(String id, List<String> keys, Map<String, List<String>> others) {
        Action action = all.get(id);
        if (action == null) {
            return Optional.of(Text.of("keys.unknown", id));
        }
        for (String key : keys) {
            if (!Shortcuts.isValid(key)) {
                return Optional.of(Text.of("keys.invalid", key, action.label()));
            }
            if (action.writes() && isBare(key)) {
                return Optional.of(Text.of("keys.bare-write", key, action.label()));
            }
            for (Action other : all.values()) {
                if (other != action && others.getOrDefault(other.id(), other.keys()).contains(key)) {
                    return Optional.of(Text.of("keys.clash", key, action.label(), other.label()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a key is one character without a modifier. */
    static boolean isBare(String key) {
        return key.length() == 1;
    }
}
