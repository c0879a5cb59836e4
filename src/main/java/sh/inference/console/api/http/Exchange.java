package sh.inference.console.api.http;

import java.time.Instant;

import okhttp3.Call;
import okhttp3.Response;

/**
 * A request that got an answer, of which only the head has been read.
 *
 * @param sentAt when the request went out, by this computer's clock
 */
record Exchange(Call call, CallTrace trace, Instant sentAt, Response response) {
}
