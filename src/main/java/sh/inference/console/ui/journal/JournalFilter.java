package sh.inference.console.ui.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import sh.inference.console.journal.JournalItem.Ending;
import sh.inference.console.text.Formats;

/** What the operator looks for. Confined to the FX thread. */
public final class JournalFilter {
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty object = new SimpleStringProperty("");
    private final StringProperty verb = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Ending>> ending = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.ANY);
    private final StringProperty fromDay = new SimpleStringProperty("");
    private final StringProperty toDay = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();

    public StringProperty textProperty() {
        return text;
    }

    public StringProperty objectProperty() {
        return object;
    }

    /** The name of a verb; empty for any. */
    public StringProperty verbProperty() {
        return verb;
    }

    public ObjectProperty<Optional<Ending>> endingProperty() {
        return ending;
    }

    public ObjectProperty<Period> periodProperty() {
        return period;
    }

    /** The first day, as in {@code 2026-10-13}; empty for no limit. Counts for {@link Period#DAYS}. */
    public StringProperty fromDayProperty() {
        return fromDay;
    }

    /** The last day, as in {@code 2026-10-13}; empty for no limit. Counts for {@link Period#DAYS}. */
    public StringProperty toDayProperty() {
        return toDay;
    }

    /** Calls whenever something else is looked for. */
    void onChange(Runnable then) {
        Runnable changed = () -> {
            on.set(!text.get().isBlank() || !object.get().isBlank() || !verb.get().isEmpty() || ending.get().isPresent() || period.get() != Period.ANY);
            then.run();
        };
        text.subscribe((before, now) -> changed.run());
        object.subscribe((before, now) -> changed.run());
        verb.subscribe((before, now) -> changed.run());
        ending.subscribe((before, now) -> changed.run());
        period.subscribe((before, now) -> changed.run());
        fromDay.subscribe((before, now) -> changed.run());
        toDay.subscribe((before, now) -> changed.run());
    }

    /** Whether anything is left out. */
    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    void clear() {
        text.set("");
        object.set("");
        verb.set("");
        ending.set(Optional.empty());
        period.set(Period.ANY);
    }

    /** Whether what was typed is a day, or nothing. */
    static boolean isDay(String typed) {
        return typed.isBlank() || day(typed).isPresent();
    }

    JournalQuery query(Instant now, Formats formats) {
        boolean days = period.get() == Period.DAYS;
        Optional<Instant> from = days ? day(fromDay.get()).map(formats::start) : period.get().start(now, formats);
        Optional<Instant> to = days ? day(toDay.get()).map(last -> formats.start(last.plusDays(1))) : Optional.empty();
        return new JournalQuery(text.get(), object.get(), verb.get(), ending.get(), from, to);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
