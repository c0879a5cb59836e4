package sh.inference.console.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class KeyPromptViewModelTest {
    private final FakeProfiles profiles = new FakeProfiles();
    private final List<Boolean> closed = new ArrayList<>();

    @Test
    void aMissingKeyIsAskedForAndKept() {
        KeyPromptViewModel model = model();
        assertThat(model.question()).contains("one-name", "Give it to connect");
        model.give();
        assertThat(model.complaintProperty().get()).isEqualTo("Type it first.");
        model.secretProperty().set("inf_x");
        model.give();
        assertThat(profiles.keys).containsEntry("one", "inf_x");
        assertThat(closed).containsExactly(true);
        assertThat(model.secretProperty().get()).isEmpty();
    }

    @Test
    void aClosedFileAsksForItsPassphrase() {
        profiles.place = KeyVault.Place.FILE_CLOSED;
        KeyPromptViewModel model = model();
        assertThat(model.question()).contains("passphrase");
        profiles.problem = Optional.of(Text.of("vault.passphrase.wrong"));
        model.secretProperty().set("wrong");
        model.give();
        assertThat(model.complaintProperty().get()).isEqualTo("This is not the passphrase of the file of keys.");
        assertThat(closed).isEmpty();
        profiles.problem = Optional.empty();
        model.secretProperty().set("right");
        model.give();
        assertThat(profiles.passphrase).isEqualTo("right");
        assertThat(closed).containsExactly(true);
    }

    @Test
    void cancellingLeavesTheProfileUnconnected() {
        KeyPromptViewModel model = model();
        model.cancel();
        assertThat(closed).containsExactly(false);
    }

    private KeyPromptViewModel model() {
        return new KeyPromptViewModel(profiles, FakeProfiles.profile("one", ProfileKind.PRODUCTION),
                new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), closed::add);
    }
}
