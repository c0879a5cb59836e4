package sh.inference.console.sandbox.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.EngineRecord;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Handler;
import sh.inference.console.sandbox.http.HttpDate;
import sh.inference.console.sandbox.http.Interference;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.wire.EngineJson;

/** Spoils answers as the drills ask, and notes every write. What only the sandbox has is never spoiled. */
public final class DrillDoor implements Interference {
    private static final List<String> SCOPED = List.of("/engines", "/apikeys");
    private static final int MINUTE = 60;
    private static final long SLOW_SECONDS = 3;
    private static final Duration KEY_LIVES = Duration.ofSeconds(10);
    private static final Duration SKEW = Duration.ofSeconds(90);
    private final SandboxFleet fleet;
    private final Drills drills;
    private final Clock clock;
    private final WriteLog writes;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Instant keyEnds = Instant.MAX;

    public DrillDoor(SandboxFleet fleet, Drills drills, Clock clock, WriteLog writes) {
        this.fleet = fleet;
        this.drills = drills;
        this.clock = clock;
        this.writes = writes;
    }

    /** Lets nobody wait any longer. */
    public void close() {
        closing.countDown();
    }

    /** How a status is spelled on its way out: the unknown-status drill has a word of its own. */
    public String statusWord(String status) {
        return drills.isOn(Drill.UNKNOWN_STATUS) && status.equals("running") ? "throttled" : status;
    }

    /** How a record of an engine is spoiled: two of them are, while a drill asks for it. */
    public EngineJson.Spoil spoil(EngineRecord engine) {
        List<EngineRecord> all = drills.isOn(Drill.UNREADABLE_RECORDS) ? fleet.engines().list() : List.of();
        if (!all.isEmpty() && all.getFirst() == engine) {
            return EngineJson.Spoil.SENSELESS;
        }
        return all.size() > 1 && all.get(1) == engine ? EngineJson.Spoil.NAMELESS : EngineJson.Spoil.NOT_AT_ALL;
    }

    @Override
    public Outcome around(Map<String, String> headers, Call call, Handler handler) {
        if (call.path().startsWith("/_sandbox")) {
            return fleet.call(() -> handler.handle(call));
        }
        stamp(headers);
        if (WriteLog.isWrite(call)) {
            writes.add(call, clock.instant());
        }
        linger(drills.isOn(Drill.SLOW_ANSWERS) ? SLOW_SECONDS : 0);
        refuse(headers, call);
        if (drills.isOn(Drill.GATEWAY_HTML)) {
            return new Outcome.Page(502, "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>");
        }
        if (drills.hits(Drill.RESET_CONNECTIONS)) {
            return new Outcome.Reset();
        }
        return fleet.call(() -> handler.handle(call));
    }

    private void refuse(Map<String, String> headers, Call call) {
        Instant now = clock.instant();
        if (!drills.isOn(Drill.EXPIRED_KEY)) {
            keyEnds = Instant.MAX;
        } else if (keyEnds.equals(Instant.MAX)) {
            keyEnds = now.plus(KEY_LIVES);
        } else if (!now.isBefore(keyEnds)) {
            throw new Refusal("unauthorized", "this API key has expired");
        }
        if (drills.isOn(Drill.FORBIDDEN) && WriteLog.isWrite(call)) {
            throw new Refusal("forbidden", "missing required scope: " + (SCOPED.stream().filter(call.path()::startsWith).findFirst().orElse("/apps")).substring(1) + ":write");
        }
        if (drills.hits(Drill.RATE_LIMITED)) {
            headers.put("Retry-After", "2");
            headers.put("X-RateLimit-Remaining", "0");
            throw new Refusal("rate_limited", "too many requests: try again in 2 s");
        }
        if (drills.hits(Drill.SERVER_ERRORS)) {
            throw new Refusal(now.getEpochSecond() % 2 == 0 ? "internal_error" : "unavailable", "something went wrong on the server");
        }
    }

    private void stamp(Map<String, String> headers) {
        if (drills.isOn(Drill.CLOCK_SKEW)) {
            headers.put("Date", HttpDate.of(clock.instant().plus(SKEW)));
        }
    }

    private void linger(long seconds) {
        try {
            closing.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long nextMinute() {
        return (clock.instant().getEpochSecond() / MINUTE + 1) * MINUTE;
    }
}
