package sh.inference.console.ops;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Engine;

/** The requests of the verbs on one engine: as operators copy them, and the read that follows. */
public final class EngineCall {
    private static final String PLAIN_IN_PATHS = "!$&'()+,;=:@~";

    private EngineCall() {
    }

    /** {@code GET /engines/{id}}. */
    public static ApiCall get(String id) {
        return new ApiCall("GET", path(id), Optional.empty());
    }

    /** {@code POST /engines/{id}/<action>} without a body. */
    public static ApiCall post(String id, String action) {
        return new ApiCall("POST", path(id) + "/" + action, Optional.empty());
    }

    public static ApiCall post(String id, String action, String json) {
        return new ApiCall("POST", path(id) + "/" + action, Optional.of(json));
    }

    /** {@code PATCH /engines/{id}}. */
    public static ApiCall patch(String id, String json) {
        return new ApiCall("PATCH", path(id), Optional.of(json));
    }

    /** {@code DELETE /engines/{id}}. */
    public static ApiCall delete(String id) {
        return new ApiCall("DELETE", path(id), Optional.empty());
    }

    /** Encodes a part of a path, and no more of it than the client does, so that a copied command asks for the same bytes. */
    public static String encode(String part) {
        String encoded = URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
        for (char plain : PLAIN_IN_PATHS.toCharArray()) {
            encoded = encoded.replace("%%%02X".formatted((int) plain), String.valueOf(plain));
        }
        return encoded;
    }

    /** Lays the engine as the service describes it now over a situation, or takes it out when the service does not know it. */
    public static UnaryOperator<Situation> reread(InferenceApi api, String id) throws ApiException {
        try {
            Engine read = api.getEngine(id);
            return seen -> seen.with(read);
        } catch (ApiException failed) {
            if (failed.failure() instanceof ApiFailure.NotFound) {
                return seen -> seen.without(id);
            }
            throw failed;
        }
    }

    private static String path(String id) {
        return "/engines/" + encode(id);
    }
}
