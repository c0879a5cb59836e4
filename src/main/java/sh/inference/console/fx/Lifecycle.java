package sh.inference.console.fx;

import java.util.ArrayList;
import java.util.List;

import javafx.util.Subscription;

/** The subscriptions of a screen, let go together. */
public final class Lifecycle implements AutoCloseable {
    private final List<Subscription> subscriptions = new ArrayList<>();

    public void add(Subscription subscription) {
        subscriptions.add(subscription);
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
    }
}
