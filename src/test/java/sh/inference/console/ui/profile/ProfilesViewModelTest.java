package sh.inference.console.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class ProfilesViewModelTest {
    private final FakeProfiles profiles = new FakeProfiles();
    private final SavedProfile one = FakeProfiles.profile("one", ProfileKind.PRODUCTION);
    private ProfilesViewModel model;

    @BeforeEach
    void fill() {
        profiles.book = profiles.book.with(one).with(FakeProfiles.profile("two", ProfileKind.STAGING));
        profiles.keys.put("one", "inf_x");
        model = new ProfilesViewModel(profiles, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));
    }

    @Test
    void aCopyHasAnotherNameAndNoKey() {
        model.duplicate(one);
        model.duplicate(one);
        assertThat(model.profiles()).extracting(profile -> profile.place().name()).containsExactly("one-name", "two-name", "one-name copy", "one-name copy 2");
        assertThat(model.profiles().getLast().settings()).isEqualTo(one.settings());
        assertThat(profiles.keys).containsOnlyKeys("one");
    }

    @Test
    void deletingIsAskedForTwiceAndTakesTheKeyWithIt() {
        model.remove(one);
        assertThat(model.profiles()).hasSize(2);
        assertThat(model.complaintProperty().get()).startsWith("one-name and its key will be deleted.");
        model.remove(one);
        assertThat(model.profiles()).hasSize(1);
        assertThat(profiles.keys).isEmpty();
        assertThat(model.complaintProperty().get()).isEmpty();
    }

    @Test
    void askingForAnotherIsNoSecondAsking() {
        model.remove(one);
        model.remove(profiles.book.find("two").orElseThrow());
        assertThat(model.profiles()).hasSize(2);
        assertThat(model.isAsked(one)).isFalse();
    }

    @Test
    void theCurrentOneIsMarkedAndOthersCanBeOpened() {
        profiles.current = one;
        assertThat(model.isCurrent(one)).isTrue();
        model.open(profiles.book.find("two").orElseThrow());
        assertThat(profiles.opened).containsExactly("two");
    }
}
