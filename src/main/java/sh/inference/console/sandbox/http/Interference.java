package sh.inference.console.sandbox.http;

import com.sun.net.httpserver.HttpExchange;

/** Stands between a call and its route: drills that spoil answers live here. */
public interface Interference {
    /** @throws sh.inference.console.sandbox.fleet.Refusal to refuse the call instead */
    Outcome around(HttpExchange exchange, Call call, Handler handler);

    /** When the rate limit starts anew, in seconds since 1970. */
    long nextMinute();
}
