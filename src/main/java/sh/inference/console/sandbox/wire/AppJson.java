package sh.inference.console.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.VersionRecord;

/** Apps and their versions (contract 4.2, 4.3). */
public final class AppJson {
    private AppJson() {
    }

    public static ObjectNode whole(AppRecord app) {
        ObjectNode node = BaseJson.base(app.id(), app.createdAt(), app.updatedAt(), null);
        BaseJson.owner(node, app.visibility());
        node.put("namespace", app.namespace());
        node.put("name", app.name());
        node.put("title", app.title());
        node.put("description", app.description());
        node.put("agent_description", app.description());
        node.put("category", app.category());
        node.putObject("images").put("card", "").put("thumbnail", "").put("banner", "");
        node.put("version_id", app.current().id());
        node.set("version", version(app.current()));
        node.put("status", app.status());
        node.put("status_message", app.statusMessage());
        node.put("status_changed_at", Json.time(app.statusChangedAt()));
        node.putArray("tags");
        return node;
    }

    public static ObjectNode version(VersionRecord version) {
        ObjectNode node = BaseJson.base(version.id(), version.createdAt(), version.createdAt(), null);
        version.body().properties().forEach(member -> node.set(member.getKey(), member.getValue()));
        return node;
    }
}
