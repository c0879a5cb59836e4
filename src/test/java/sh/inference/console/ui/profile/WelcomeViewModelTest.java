package sh.inference.console.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class WelcomeViewModelTest {
    private final FakeProfiles profiles = new FakeProfiles();
    private final WelcomeViewModel model = new WelcomeViewModel(profiles, new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)), 24, 18);

    @Test
    void openingTheSandboxOnlyLeavesTheWelcome() {
        model.openSandbox();
        assertThat(model.closedProperty().get()).isTrue();
        assertThat(profiles.opened).isEmpty();
        assertThat(profiles.book.profiles()).isEmpty();
    }

    @Test
    void aWorkspaceThatIsConnectedIsOpened() {
        model.editor().form().name.set("prod-eu");
        model.editor().form().key.set("inf_x");
        model.editor().save();
        assertThat(model.closedProperty().get()).isTrue();
        assertThat(profiles.opened).containsExactly("id-1");
    }

    @Test
    void itSaysWhatIsInside() {
        assertThat(model.inside()).isEqualTo("24 engines and 18 apps, alive");
    }
}
