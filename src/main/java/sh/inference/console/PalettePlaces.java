package sh.inference.console;

import java.util.ArrayList;
import java.util.List;

import sh.inference.console.profile.ProfileKind;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.palette.ProfileSource;
import sh.inference.console.ui.profile.ProfileActions;

/** The profiles as the palette lists them. */
final class PalettePlaces {
    private PalettePlaces() {
    }

    /** In the order of the profile menu: what is kept, then the sandbox. */
    static List<ProfileSource.Place> of(ProfileActions actions, Messages words) {
        List<ProfileSource.Place> places = new ArrayList<>();
        actions.book().profiles().forEach(profile -> places.add(new ProfileSource.Place(profile.place().name(), profile.place().host(), profile.place().kind(),
                profile.id().equals(actions.current().id()), () -> actions.open(profile.id()))));
        places.add(new ProfileSource.Place(words.of("profile.sandbox"), "", ProfileKind.SANDBOX, actions.current().place().kind() == ProfileKind.SANDBOX,
                () -> actions.open("")));
        return places;
    }
}
