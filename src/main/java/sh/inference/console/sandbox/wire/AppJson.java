package sh.inference.console.sandbox.wire;

import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.VersionRecord;

/** Apps and their versions (contract 4.2, 4.3). */
public final class AppJson {
    private AppJson() {
    }

    public static void whole(AppRecord app, JsonWriter out) {
        BaseJson.base(out.object(), app.id(), app.createdAt(), app.updatedAt(), null);
        BaseJson.owner(out, app.visibility()).put("namespace", app.namespace()).put("name", app.name()).put("title", app.title())
                .put("description", app.description()).put("agent_description", app.description()).put("category", app.category());
        out.object("images").put("card", "").put("thumbnail", "").put("banner", "").endObject();
        version(app.current(), out.put("version_id", app.current().id()).name("version"));
        out.put("status", app.status()).put("status_message", app.statusMessage()).put("status_changed_at", app.statusChangedAt())
                .array("tags").endArray().endObject();
    }

    public static void version(VersionRecord version, JsonWriter out) {
        BaseJson.base(out.object(), version.id(), version.createdAt(), version.createdAt(), null);
        version.body().properties().forEach(member -> out.put(member.getKey(), member.getValue()));
        out.endObject();
    }
}
