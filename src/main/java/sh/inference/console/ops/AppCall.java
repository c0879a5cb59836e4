package sh.inference.console.ops;

import java.util.Optional;

import sh.inference.console.model.ApiCall;

/** The requests that read an app and its versions, as operators copy them. */
public final class AppCall {
    private AppCall() {
    }

    /** {@code GET /apps/{id}}. */
    public static ApiCall get(String id) {
        return new ApiCall("GET", "/apps/" + EngineCall.encode(id), Optional.empty());
    }

    /** {@code GET /apps/{id}/versions/{version}}. */
    public static ApiCall version(String id, String version) {
        return new ApiCall("GET", get(id).path() + "/versions/" + EngineCall.encode(version), Optional.empty());
    }
}
