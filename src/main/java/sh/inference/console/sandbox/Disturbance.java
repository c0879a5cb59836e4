package sh.inference.console.sandbox;

import java.time.Clock;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;

import sh.inference.console.sandbox.drill.Drill;
import sh.inference.console.sandbox.drill.Drills;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Handler;
import sh.inference.console.sandbox.http.Interference;
import sh.inference.console.sandbox.http.Outcome;

/** Spoils answers while a drill that does so is on; otherwise lets every call through. */
final class Disturbance implements Interference {
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private final Drills drills;
    private final Clock clock;

    Disturbance(Drills drills, Clock clock) {
        this.drills = drills;
        this.clock = clock;
    }

    @Override
    public Outcome around(HttpExchange exchange, Call call, Handler handler) {
        if (drills.isOn(Drill.GATEWAY_HTML)) {
            return new Outcome.Page(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
        }
        if (drills.isOn(Drill.EXPIRED_KEY)) {
            throw new Refusal("unauthorized", "this API key has expired");
        }
        if (drills.isOn(Drill.FORBIDDEN) && isWrite(call)) {
            throw new Refusal("forbidden", "missing required scope: " + (call.path().startsWith("/apps") ? "apps:write" : "engines:write"));
        }
        if (drills.hits(Drill.RATE_LIMITED)) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            throw new Refusal("rate_limited", "too many requests: wait a second");
        }
        if (drills.hits(Drill.SERVER_ERRORS)) {
            throw new Refusal("internal_error", "something broke on the server");
        }
        if (drills.hits(Drill.RESET_CONNECTIONS)) {
            return new Outcome.Silence();
        }
        return handler.handle(call);
    }

    @Override
    public long nextMinute() {
        return (clock.instant().getEpochSecond() / 60 + 1) * 60;
    }

    private static boolean isWrite(Call call) {
        return !SAFE.contains(call.method()) && !call.path().endsWith("/list");
    }
}
