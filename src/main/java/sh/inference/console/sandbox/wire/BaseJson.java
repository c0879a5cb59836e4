package sh.inference.console.sandbox.wire;

import java.time.Instant;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.Ids;

/** The members every object has (contract 3.2). */
final class BaseJson {
    static final String USER = Ids.complete("5m8q0vzv");
    static final String TEAM = Ids.complete("1tmn7x4k");

    private BaseJson() {
    }

    static ObjectNode base(String id, Instant created, Instant updated, Instant deleted) {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("short_id", Ids.shorten(id));
        node.put("created_at", Json.time(created));
        node.put("updated_at", Json.time(updated));
        node.put("deleted_at", Json.time(deleted));
        return node;
    }

    static void owner(ObjectNode node, String visibility) {
        node.put("user_id", USER);
        node.putNull("user");
        node.put("team_id", TEAM);
        node.putNull("team");
        node.put("visibility", visibility);
    }
}
