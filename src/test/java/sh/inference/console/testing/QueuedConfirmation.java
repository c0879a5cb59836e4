package sh.inference.console.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

import sh.inference.console.ops.Confirmation;
import sh.inference.console.ops.ConfirmationRequest;
import sh.inference.console.ops.ConfirmationRequest.Result;

/**
 * An operator who answers from a queue. It fails when asked something for which no answer waits, and
 * {@link #mustBeExhausted()} fails when an answer was never asked for.
 */
public final class QueuedConfirmation implements Confirmation {
    private final Queue<Consumer<ConfirmationRequest>> answers = new ArrayDeque<>();
    private final List<Result> results = new ArrayList<>();

    /** The next question is confirmed with a reason. */
    public QueuedConfirmation thenSend(String reason) {
        return then(request -> request.send(request.planProperty().get(), reason, results::add));
    }

    /** The next question is cancelled. */
    public QueuedConfirmation thenCancel() {
        return then(ConfirmationRequest::cancel);
    }

    /** The next question is handed to the test. */
    public QueuedConfirmation then(Consumer<ConfirmationRequest> answer) {
        answers.add(answer);
        return this;
    }

    @Override
    public void ask(ConfirmationRequest request) {
        Consumer<ConfirmationRequest> answer = answers.poll();
        if (answer == null) {
            throw new AssertionError("asked unexpectedly: " + request.planProperty().get().title());
        }
        answer.accept(request);
    }

    /** What became of everything that was sent with {@link #thenSend}, in order. */
    public List<Result> results() {
        return List.copyOf(results);
    }

    /** The last of {@link #results()}. */
    public Result result() {
        return results.getLast();
    }

    public void mustBeExhausted() {
        if (!answers.isEmpty()) {
            throw new AssertionError(answers.size() + " answers were never asked for");
        }
    }
}
