package sh.inference.console.sandbox.wire;

import java.time.Instant;

import sh.inference.console.sandbox.fleet.Ids;

/** The members every object has (contract 3.2). */
final class BaseJson {
    static final String USER = Ids.complete("5m8q0vzv");
    static final String TEAM = Ids.complete("1tmn7x4k");

    private BaseJson() {
    }

    static JsonWriter base(JsonWriter out, String id, Instant created, Instant updated, Instant deleted) {
        return out.put("id", id).put("short_id", Ids.shorten(id)).put("created_at", created).put("updated_at", updated).put("deleted_at", deleted);
    }

    static JsonWriter owner(JsonWriter out, String visibility) {
        return out.put("user_id", USER).putNull("user").put("team_id", TEAM).putNull("team").put("visibility", visibility);
    }
}
