package sh.inference.console.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProxySetting;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.state.ConnectionProbe;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class ProfileEditorViewModelTest {
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final FakeProfiles profiles = new FakeProfiles();
    private final List<Optional<String>> closed = new ArrayList<>();

    @Test
    void aNewProfileIsProductionStartsLockedAndIsKeptWithItsKey() {
        ProfileEditorViewModel model = filled();
        model.save();
        assertThat(closed).containsExactly(Optional.of("id-1"));
        SavedProfile kept = profiles.book.profiles().getFirst();
        assertThat(kept.place().kind()).isEqualTo(ProfileKind.PRODUCTION);
        assertThat(kept.settings().writes()).isEqualTo(WritePolicy.of(ProfileKind.PRODUCTION));
        assertThat(profiles.keys).containsEntry("id-1", "inf_x");
        assertThat(model.form().key.get()).as("what was typed as a key does not outlive the dialog").isEmpty();
    }

    @Test
    void theKindFollowsHostAndNameUntilTheOperatorChooses() {
        ProfileEditorViewModel model = filled();
        model.form().address.set("https://api.staging.example.com");
        assertThat(model.form().kind.get()).isEqualTo(ProfileKind.STAGING);
        assertThat(model.form().start.get()).isEqualTo(WritePolicy.Start.OPEN);
        model.choose(ProfileKind.PRODUCTION);
        model.form().name.set("dev");
        assertThat(model.form().kind.get()).isEqualTo(ProfileKind.PRODUCTION);
        assertThat(model.form().start.get()).isEqualTo(WritePolicy.Start.LOCKED);
    }

    @ParameterizedTest
    @CsvSource({"name,'',profile.needs.name", "address,nowhere at all,profile.needs.address", "address,http://api.example.com,profile.plain.refused", "key,'',profile.needs.key",
        "unlocked,0,profile.needs.minutes", "unlocked,481,profile.needs.minutes", "connect,soon,profile.needs.seconds", "reconcile,4,profile.needs.seconds",
        "pem,rubbish,profile.needs.pem"})
    void whatIsMissingOrWrongIsSaidAndNothingIsKept(String field, String value, String reason) {
        ProfileEditorViewModel model = filled();
        switch (field) {
            case "name" -> model.form().name.set(value);
            case "address" -> model.form().address.set(value);
            case "key" -> model.form().key.set(value);
            case "unlocked" -> model.form().unlockedMinutes.set(value);
            case "connect" -> model.form().connectSeconds.set(value);
            case "reconcile" -> model.form().reconcileSeconds.set(value);
            default -> model.form().certificates.set(value);
        }
        model.save();
        assertThat(model.complaintProperty().get().map(one -> one.text().key())).contains(reason);
        assertThat(words.of(model.complaintProperty().get().orElseThrow().text())).doesNotContain("profile.needs");
        assertThat(profiles.book.profiles()).isEmpty();
        assertThat(closed).isEmpty();
    }

    @Test
    void aKeyWithoutTlsNeedsAConsentInSoManyWords() {
        ProfileEditorViewModel model = filled();
        model.form().address.set("http://api.example.com");
        assertThat(model.needsPlainConsent()).isTrue();
        model.test();
        assertThat(model.lines()).as("not even a test sends it").isEmpty();
        model.form().plainAccepted.set(true);
        model.save();
        assertThat(profiles.book.profiles().getFirst().settings().plainAccepted()).isTrue();
        model.form().address.set("http://localhost:8080");
        assertThat(model.needsPlainConsent()).isFalse();
    }

    @Test
    void aNameIsGivenOnce() {
        profiles.book = profiles.book.with(FakeProfiles.profile("a", ProfileKind.STAGING));
        ProfileEditorViewModel model = filled();
        model.form().name.set("a-name");
        model.save();
        assertThat(model.complaintProperty().get().map(one -> one.text().key())).contains("profile.needs.other-name");
    }

    @Test
    void editingKeepsTheKeyUnlessAnotherIsTyped() {
        SavedProfile before = FakeProfiles.profile("a", ProfileKind.STAGING);
        profiles.book = profiles.book.with(before);
        profiles.keys.put("a", "inf_old");
        ProfileEditorViewModel model = editor(Optional.of(before));
        assertThat(model.form().key.get()).as("a key that is kept is never shown").isEmpty();
        model.form().way.set(ProxySetting.Way.MANUAL);
        model.form().proxyHost.set("proxy");
        model.save();
        assertThat(model.complaintProperty().get().map(one -> one.text().key())).contains("profile.needs.proxy");
        model.form().proxyPort.set("3128");
        model.form().replySeconds.set("5");
        model.save();
        assertThat(profiles.keys).containsEntry("a", "inf_old");
        SavedProfile after = profiles.book.find("a").orElseThrow();
        assertThat(after.settings().proxy()).isEqualTo(new ProxySetting(ProxySetting.Way.MANUAL, "proxy", 3128, ""));
        assertThat(after.settings().replyTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aKeyCanBeForgotten() {
        SavedProfile before = FakeProfiles.profile("a", ProfileKind.STAGING);
        profiles.keys.put("a", "inf_old");
        ProfileEditorViewModel model = editor(Optional.of(before));
        model.forgetKey();
        assertThat(profiles.keys).isEmpty();
        assertThat(model.keyHintProperty().get()).isEqualTo("The key was forgotten.");
    }

    @Test
    void theScreenSaysWhereTheKeyGoes() {
        for (KeyVault.Place place : KeyVault.Place.values()) {
            profiles.place = place;
            ProfileEditorViewModel model = editor(Optional.empty());
            assertThat(model.keyHintProperty().get()).isNotBlank().doesNotContain("profile.key");
            assertThat(model.asksForPassphrase()).isEqualTo(place == KeyVault.Place.SESSION || place == KeyVault.Place.FILE_CLOSED);
        }
    }

    @Test
    void aPassphraseOpensTheFileBeforeTheKeyIsKept() {
        profiles.place = KeyVault.Place.SESSION;
        ProfileEditorViewModel model = filled();
        model.passphraseProperty().set("correct horse");
        model.save();
        assertThat(profiles.passphrase).isEqualTo("correct horse");
        assertThat(model.passphraseProperty().get()).isEmpty();
        assertThat(closed).hasSize(1);
    }

    @Test
    void whatWasNotDoneIsSaidAndTheDialogStays() {
        profiles.problem = Optional.of(Text.of("vault.refused"));
        ProfileEditorViewModel model = filled();
        model.save();
        assertThat(model.complaintProperty().get().map(one -> one.text().key())).contains("vault.refused");
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(closed).isEmpty();
    }

    @Test
    void aTestShowsItsLinesAndKeepsNothing() {
        profiles.lines.add(new ConnectionProbe.Line(ConnectionProbe.Step.ADDRESS, ConnectionProbe.Verdict.GOOD, Text.of("probe.answered", 84), Optional.empty()));
        ProfileEditorViewModel model = filled();
        model.test();
        assertThat(model.lines()).hasSize(1);
        assertThat(model.testRemarkProperty().get()).contains("only api.inference.sh was contacted");
        assertThat(profiles.book.profiles()).isEmpty();
        model.cancel();
        assertThat(closed).containsExactly(Optional.empty());
    }

    @Test
    void whatATestFoundIsNotSaidOfWhatIsTypedAfterIt() {
        profiles.lines.add(new ConnectionProbe.Line(ConnectionProbe.Step.ADDRESS, ConnectionProbe.Verdict.GOOD, Text.of("probe.answered", 84), Optional.empty()));
        ProfileEditorViewModel model = filled();
        model.test();
        model.form().name.set("another name");
        assertThat(model.lines()).as("a name is not what was tested").hasSize(1);
        model.form().key.set("inf_another");
        assertThat(model.lines()).isEmpty();
        assertThat(model.testRemarkProperty().get()).isEmpty();
    }

    private ProfileEditorViewModel filled() {
        ProfileEditorViewModel model = editor(Optional.empty());
        model.form().name.set("prod-eu");
        model.form().key.set("inf_x");
        return model;
    }

    private ProfileEditorViewModel editor(Optional<SavedProfile> edited) {
        return new ProfileEditorViewModel(profiles, words, edited, closed::add);
    }
}
