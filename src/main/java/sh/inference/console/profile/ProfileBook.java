package sh.inference.console.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every profile that is kept. Immutable.
 *
 * @param profiles in the operator's order
 * @param last     the id of the one that was opened last; empty for the sandbox
 */
public record ProfileBook(List<SavedProfile> profiles, String last) {
    public static final ProfileBook EMPTY = new ProfileBook(List.of(), "");

    public ProfileBook {
        profiles = List.copyOf(profiles);
    }

    public Optional<SavedProfile> find(String id) {
        return profiles.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The profile to open when the operator asked for nothing else. */
    public Optional<SavedProfile> toOpen() {
        return find(last);
    }

    /** With a profile, in the place of the one with its id or at the end. */
    public ProfileBook with(SavedProfile profile) {
        List<SavedProfile> all = new ArrayList<>(profiles);
        int at = profiles.stream().map(SavedProfile::id).toList().indexOf(profile.id());
        if (at < 0) {
            all.add(profile);
        } else {
            all.set(at, profile);
        }
        return new ProfileBook(all, last);
    }

    public ProfileBook without(String id) {
        return new ProfileBook(profiles.stream().filter(one -> !one.id().equals(id)).toList(), last.equals(id) ? "" : last);
    }

    public ProfileBook opened(String id) {
        return new ProfileBook(profiles, id);
    }

    /** A name that no profile has: the one wanted, or with a number after it. */
    public String freeName(String wanted) {
        List<String> taken = profiles.stream().map(one -> one.place().name()).toList();
        String name = wanted;
        for (int n = 2; taken.contains(name); n++) {
            name = wanted + " " + n;
        }
        return name;
    }
}
