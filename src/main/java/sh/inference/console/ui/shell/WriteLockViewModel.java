package sh.inference.console.ui.shell;

import java.time.Duration;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import sh.inference.console.profile.WriteLock;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Ticker;

/** The write lock in words, with the time that is left. Confined to the FX thread. */
public final class WriteLockViewModel {
    private final WriteLock lock;
    private final Messages words;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    public WriteLockViewModel(WriteLock lock, Messages words, Ticker ticker) {
        this.lock = lock;
        this.words = words;
        ticker.nowProperty().subscribe(now -> refresh());
        lock.stateProperty().subscribe(now -> refresh());
    }

    public ReadOnlyObjectProperty<WriteLock.State> stateProperty() {
        return lock.stateProperty();
    }

    /** {@code Writes open · 11:48 left}. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What the first item of the menu does; empty where nothing can be unlocked, or nothing is left to unlock. */
    public Optional<String> unlockText() {
        Duration time = lock.policy().unlockedFor();
        return switch (lock.stateProperty().get()) {
            case OPEN, READ_ONLY -> Optional.empty();
            case UNLOCKED -> Optional.of(words.of("lock.renew", time));
            case LOCKED -> Optional.of(lock.policy().start() == WritePolicy.Start.LOCKED ? words.of("lock.unlock.for", time) : words.of("lock.unlock"));
        };
    }

    public boolean canLock() {
        return lock.isOpen();
    }

    public void unlock() {
        lock.unlock();
        refresh();
    }

    public void lock() {
        lock.lock();
    }

    private void refresh() {
        lock.tick();
        text.set(switch (lock.stateProperty().get()) {
            case OPEN -> words.of("lock.open");
            case UNLOCKED -> words.of("lock.unlocked", words.formats().stopwatch(lock.left().orElse(Duration.ZERO)));
            case LOCKED -> words.of("lock.locked");
            case READ_ONLY -> words.of("lock.read-only");
        });
    }
}
