package sh.inference.console.sandbox.http;

import java.util.Map;

/** Stands between a call and its route: drills that spoil answers live here. */
public interface Interference {
    /**
     * @param headers of the answer, to be changed
     * @throws sh.inference.console.sandbox.fleet.Refusal to refuse the call instead
     */
    Outcome around(Map<String, String> headers, Call call, Handler handler);

    /** When the rate limit starts anew, in seconds since 1970. */
    long nextMinute();
}
