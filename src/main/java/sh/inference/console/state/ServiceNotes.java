package sh.inference.console.state;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import sh.inference.console.api.Answer;
import sh.inference.console.model.Text;

/** Brings the messages that the service puts beside its answers (contract 1.2) to the operator. Any thread may call. */
public final class ServiceNotes implements Consumer<Answer.Note> {
    private final Notices notices;
    private final Executor ui;

    /** @param ui the gate to the FX thread */
    public ServiceNotes(Notices notices, Executor ui) {
        this.notices = notices;
        this.ui = ui;
    }

    @Override
    public void accept(Answer.Note note) {
        if (!note.message().isBlank() || !note.code().isBlank()) {
            String words = note.message().isBlank() ? note.code() : note.message();
            ui.execute(() -> notices.tell("service:" + note.code(), level(note.level()), Text.of("notice.service", words)));
        }
    }

    /** The service's words for levels are not all known: what is not known to be worse is information. */
    private static Notice.Level level(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "warning", "warn" -> Notice.Level.WARNING;
            case "error", "critical", "fatal" -> Notice.Level.ERROR;
            default -> Notice.Level.INFO;
        };
    }
}
