package sh.inference.console.sandbox.wire;

import java.time.Instant;

import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.Teams;

/** The members every object has (contract 3.2). */
final class BaseJson {
    static final String USER = Teams.OPERATOR.userId();
    static final String TEAM = Teams.OWN.id();

    private BaseJson() {
    }

    static JsonWriter base(JsonWriter out, String id, Instant created, Instant updated, Instant deleted) {
        return out.put("id", id).put("short_id", Ids.shorten(id)).put("created_at", created).put("updated_at", updated).put("deleted_at", deleted);
    }

    static JsonWriter owner(JsonWriter out, String visibility) {
        return owner(out, TEAM, visibility);
    }

    static JsonWriter owner(JsonWriter out, String teamId, String visibility) {
        return out.put("user_id", USER).putNull("user").put("team_id", teamId).putNull("team").put("visibility", visibility);
    }
}
