package sh.inference.console.api.http;

import java.util.function.Supplier;

import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;

/** Makes requests, each with the key where there is one, the version of the API and the form its answer should have. */
final class Requests {
    private static final MediaType JSON = MediaType.get("application/json");
    private final Supplier<String> authorization;
    private final Supplier<HttpSettings> settings;

    Requests(Supplier<String> authorization, Supplier<HttpSettings> settings) {
        this.authorization = authorization;
        this.settings = settings;
    }

    /** @param json null for no body */
    Request call(String method, Target target, byte[] json) throws ApiException {
        RequestBody body = json != null ? RequestBody.create(json, JSON) : method.equals("GET") ? null : RequestBody.create(new byte[0], null);
        return common(target).method(method, body).header("Accept", "application/json").build();
    }

    /** A stream, uncompressed so that every frame arrives when it is sent. */
    Request stream(Target target) throws ApiException {
        return common(target).header("Accept", "application/x-ndjson").header("Accept-Encoding", "identity").header("Cache-Control", "no-cache").build();
    }

    private Request.Builder common(Target target) throws ApiException {
        Request.Builder request = new Request.Builder().url(target.url()).header("User-Agent", "inference-console")
                .tag(SendOnce.Token.class, new SendOnce.Token());
        if (settings.get().sendApiVersion()) {
            request.header("X-API-Version", "2");
        }
        String key = authorization.get();
        if (key.isEmpty()) {
            return request;
        }
        try {
            return request.header("Authorization", key);
        } catch (IllegalArgumentException noHeader) {
            // A key with a line break or a foreign letter in it. The cause is dropped: it might quote the key.
            throw new ApiException(new ApiFailure.Unauthorized(""));
        }
    }
}
