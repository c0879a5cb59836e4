package sh.inference.console.ui.palette;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import sh.inference.console.profile.ProfileKind;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Kinds;

/** Every place one can go to: the profiles that are kept and the sandbox. The sign {@code @} lists them all. */
public final class ProfileSource implements PaletteSource {
    private final Supplier<List<Place>> places;
    private final Messages words;

    /**
     * A place as the palette shows it.
     *
     * @param host  empty where it is known only once the place is open
     * @param shown whether one is there now
     * @param open  shows it
     */
    public record Place(String name, String host, ProfileKind kind, boolean shown, Runnable open) {
    }

    public ProfileSource(Supplier<List<Place>> places, Messages words) {
        this.places = places;
        this.words = words;
    }

    @Override
    public List<PaletteEntry> find(PaletteQuery query, int most) {
        if (query.scope() == '#' || query.scope() == '>' || query.scope() != '@' && query.isEmpty()) {
            return List.of();
        }
        return places.get().stream().filter(place -> query.score(searched(place)) > 0).limit(most).map(this::entry).toList();
    }

    private String searched(Place place) {
        return (place.name() + " " + place.host() + " " + words.of(Kinds.wordKey(place.kind()))).toLowerCase(Locale.ROOT);
    }

    private PaletteEntry entry(Place place) {
        String kind = words.of(Kinds.wordKey(place.kind()));
        String remark = place.shown() ? words.of("palette.place.shown", kind) : place.host().isEmpty() ? kind : words.of("palette.place", kind, place.host());
        return new PaletteEntry(PaletteEntry.Section.PROFILES, Kinds.icon(place.kind()), place.name(), remark, "", "", !place.shown(), place.open());
    }
}
