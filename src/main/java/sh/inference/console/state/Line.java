package sh.inference.console.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.EngineStream;
import sh.inference.console.api.Frame;
import sh.inference.console.model.Problem;

/**
 * One stream that is kept open: it is opened again after every loss, with growing pauses, until the service refuses it
 * for good. Confined to the FX thread; only {@link #run} blocks, in the background, and reports by signals.
 */
final class Line {
    /** Opens the stream; blocks. */
    interface Opening {
        EngineStream open() throws ApiException;
    }

    /** What the background tells of a line. {@code run} numbers the openings: what an earlier one still says is void. */
    sealed interface Signal {
        Line line();

        int run();

        /** Whether it may wait a second: a sign of life without news. */
        default boolean isPatient() {
            return this instanceof Heard heard && heard.frame() instanceof Frame.Heartbeat;
        }

        record Opened(Line line, int run, EngineStream stream) implements Signal {
        }

        record Heard(Line line, int run, Frame frame) implements Signal {
        }

        /** @param failure empty when the server ended the stream */
        record Ended(Line line, int run, Optional<ApiFailure> failure) implements Signal {
        }
    }

    private enum State {
        OPENING, OPEN, WAITING, REFUSED, CLOSED
    }

    private final String engineId;
    private final Opening opening;
    private final FeedRuntime runtime;
    private final Consumer<Signal> signals;
    private final BackOff backOff;
    private State state = State.CLOSED;
    private int run;
    private int failedOpenings;
    private Optional<EngineStream> stream = Optional.empty();
    private Optional<Instant> heardAt = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private Optional<Instant> nextTry = Optional.empty();
    private Optional<Future<?>> timer = Optional.empty();

    /** @param engineId the engine it belongs to; empty for the workspace */
    Line(String engineId, Opening opening, FeedRuntime runtime, Consumer<Signal> signals) {
        this.engineId = engineId;
        this.opening = opening;
        this.runtime = runtime;
        this.signals = signals;
        this.backOff = new BackOff(runtime.random());
    }

    String engineId() {
        return engineId;
    }

    /** Opens it, or opens it anew. */
    void connect() {
        letGo();
        state = State.OPENING;
        int mine = ++run;
        runtime.tasks().background().execute(() -> run(mine));
    }

    /** Opens it anew as if nothing had failed. */
    void reopen() {
        backOff.reset();
        failedOpenings = 0;
        connect();
    }

    void close() {
        letGo();
        run++;
        state = State.CLOSED;
    }

    private void letGo() {
        timer.ifPresent(waiting -> waiting.cancel(false));
        timer = Optional.empty();
        nextTry = Optional.empty();
        // Closing may write to the socket, which is nothing for the FX thread.
        stream.ifPresent(open -> runtime.tasks().background().execute(open::close));
        stream = Optional.empty();
    }

    private void run(int mine) {
        Optional<ApiFailure> failure = Optional.empty();
        try (EngineStream open = opening.open()) {
            signals.accept(new Signal.Opened(this, mine, open));
            open.read(frame -> signals.accept(new Signal.Heard(this, mine, frame)));
        } catch (ApiException | RuntimeException reason) {
            failure = Optional.of(FeedRuntime.failure(reason));
        }
        signals.accept(new Signal.Ended(this, mine, failure));
    }

    /** Whether a signal is of the present opening. */
    boolean isPresent(Signal signal) {
        return signal.run() == run;
    }

    /** @return whether this is a line that was lost and is back */
    boolean opened(Signal.Opened signal) {
        if (!isPresent(signal)) {
            runtime.tasks().background().execute(signal.stream()::close);
            return false;
        }
        boolean back = heardAt.isPresent();
        state = State.OPEN;
        stream = Optional.of(signal.stream());
        heardAt = Optional.of(runtime.now());
        failedOpenings = 0;
        return back;
    }

    void heard(Signal.Heard signal) {
        if (isPresent(signal)) {
            heardAt = Optional.of(runtime.now());
            problem = Optional.empty();
            backOff.reset();
        }
    }

    /** @return whether the line was lost: false for an opening that was given up before */
    boolean ended(Signal.Ended signal) {
        if (!isPresent(signal)) {
            return false;
        }
        failedOpenings += state == State.OPENING ? 1 : 0;
        stream = Optional.empty();
        problem = signal.failure().map(ApiFailure::problem);
        if (signal.failure().isPresent() && isFinal(signal.failure().get())) {
            state = State.REFUSED;
            return true;
        }
        state = State.WAITING;
        Duration pause = backOff.next();
        if (signal.failure().orElse(null) instanceof ApiFailure.RateLimited limit && limit.retryAfter().compareTo(pause) > 0) {
            pause = limit.retryAfter();
        }
        nextTry = Optional.of(runtime.now().plus(pause));
        timer = Optional.of(runtime.later(pause, () -> connectIf(signal.run())));
        return true;
    }

    private void connectIf(int mine) {
        if (mine == run && state == State.WAITING) {
            connect();
        }
    }

    private static boolean isFinal(ApiFailure failure) {
        return failure instanceof ApiFailure.Unauthorized || failure instanceof ApiFailure.Forbidden || failure instanceof ApiFailure.NotFound;
    }

    /** Whether it is open and gave a sign of life in the time before. */
    boolean isAlive(Instant now, Duration silence) {
        return state == State.OPEN && heardAt.isPresent() && !heardAt.get().plus(silence).isBefore(now);
    }

    boolean isOpenButDead(Instant now, Duration dead) {
        return state == State.OPEN && !isAlive(now, dead);
    }

    boolean isRefused() {
        return state == State.REFUSED;
    }

    /** Whether it was never open and is being opened. */
    boolean isFirstOpening() {
        return state == State.OPENING && heardAt.isEmpty() && failedOpenings == 0;
    }

    /** Whether streams seem impossible here: refused, or not to be opened again and again. */
    boolean isHopeless() {
        return state == State.REFUSED || failedOpenings >= 3;
    }

    Optional<Problem> problem() {
        return problem;
    }

    int attempt() {
        return backOff.attempt();
    }

    Optional<Instant> nextTry() {
        return nextTry;
    }
}
