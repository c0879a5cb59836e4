package sh.inference.console.ui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.App;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.Notebook;
import sh.inference.console.state.VersionNotes;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class NoteViewModelTest {
    private final Map<String, VersionNotes.Note> kept = new HashMap<>();
    private final AppsStore store = new AppsStore();
    private final ManualClock clock = new ManualClock();
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final SimpleObjectProperty<Optional<AppHead>> app = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<VersionRow> version = new SimpleObjectProperty<>();
    private boolean full;
    private NoteViewModel model;

    @BeforeEach
    void open() {
        store.put(Apps.named("flux").build());
        model = new NoteViewModel(new Notebook(new VersionNotes() {
            @Override
            public Map<String, Note> of(String appId) {
                return kept;
            }

            @Override
            public Note write(App written, String versionId, String text, Instant at) throws IOException {
                if (full) {
                    throw new IOException("No space left on device");
                }
                Note note = new Note(text, "ada", at);
                kept.put(versionId, note);
                return note;
            }
        }, new TaskRunner(Runnable::run, Runnable::run), clock), store, words).following(app, version);
        kept.put("flux-v1", new VersionNotes.Note("slow", "bob", clock.instant()));
        app.set(Optional.of(AppHead.of(store.snapshot().find("app-flux").orElseThrow(), words, clock.instant())));
    }

    @Test
    void theNoteOfTheChosenVersionIsShownWithItsAuthor() {
        version.set(new VersionRow("flux-v1"));
        assertThat(model.textProperty().get()).isEqualTo("slow");
        assertThat(model.originProperty().get()).startsWith("bob, ");
        version.set(new VersionRow("flux-v2"));
        assertThat(model.textProperty().get()).isEmpty();
        assertThat(model.originProperty().get()).isEmpty();
        assertThat(model.changedProperty().get()).isFalse();
    }

    @Test
    void whatIsTypedIsKeptOnlyWhenAsked() {
        version.set(new VersionRow("flux-v2"));
        model.textProperty().set(" by Ada, ticket 7 ");
        assertThat(model.changedProperty().get()).isTrue();
        assertThat(kept).doesNotContainKey("flux-v2");
        model.save();
        assertThat(kept.get("flux-v2").text()).isEqualTo("by Ada, ticket 7");
        assertThat(model.changedProperty().get()).isFalse();
        assertThat(model.originProperty().get()).startsWith("ada, ");
    }

    @Test
    void aNoteThatCannotBeKeptStaysTypedAndSaysWhy() {
        full = true;
        version.set(new VersionRow("flux-v2"));
        model.textProperty().set("by Ada");
        model.save();
        assertThat(model.problemProperty().get()).isEqualTo("The note was not kept: No space left on device");
        assertThat(model.textProperty().get()).isEqualTo("by Ada");
        assertThat(model.changedProperty().get()).isTrue();
    }

    @Test
    void anEmptyNoteTakesTheOldOneBack() {
        version.set(new VersionRow("flux-v1"));
        model.textProperty().set("");
        model.save();
        assertThat(kept.get("flux-v1").text()).isEmpty();
        assertThat(model.originProperty().get()).isEmpty();
    }
}
