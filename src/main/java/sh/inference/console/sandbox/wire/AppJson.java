package sh.inference.console.sandbox.wire;

import sh.inference.console.sandbox.fleet.AppListing;
import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.Team;
import sh.inference.console.sandbox.fleet.Teams;
import sh.inference.console.sandbox.fleet.VersionRecord;

/** Apps and their versions (contract 4.2, 4.3). */
public final class AppJson {
    private AppJson() {
    }

    public static void whole(AppRecord app, JsonWriter out) {
        whole(app, Teams.OWN, out);
    }

    /** @param owner the team it belongs to, or was just given to */
    public static void whole(AppRecord app, Team owner, JsonWriter out) {
        head(app, owner, out);
        version(app.current(), out.put("version_id", app.current().id()).name("version"));
        tail(app, out);
    }

    /** Without its version, as it stands inside a task. */
    static void brief(AppRecord app, JsonWriter out) {
        head(app, Teams.OWN, out);
        out.put("version_id", app.current().id());
        tail(app, out);
    }

    private static void head(AppRecord app, Team owner, JsonWriter out) {
        AppListing listing = app.listing();
        BaseJson.base(out.object(), app.id(), app.createdAt(), app.updatedAt(), null);
        BaseJson.owner(out, owner.id(), app.visibility()).put("namespace", app.namespace()).put("name", app.name()).put("title", listing.title())
                .put("description", listing.description()).put("agent_description", listing.agentDescription()).put("category", listing.category());
        out.object("images").put("card", listing.images().card()).put("thumbnail", listing.images().thumbnail()).put("banner", listing.images().banner()).endObject();
    }

    private static void tail(AppRecord app, JsonWriter out) {
        out.put("status", app.status()).put("status_message", app.statusMessage()).put("status_changed_at", app.statusChangedAt()).array("tags");
        app.listing().tags().forEach(out::add);
        out.endArray().endObject();
    }

    public static void license(AppRecord app, JsonWriter out) {
        BaseJson.base(out.object(), Ids.complete("lc" + app.id().substring(0, 6)), app.createdAt(), app.licensedAt(), null)
                .put("user_id", BaseJson.USER).put("app_id", app.id()).put("license", app.license()).endObject();
    }

    public static void version(VersionRecord version, JsonWriter out) {
        BaseJson.base(out.object(), version.id(), version.createdAt(), version.createdAt(), null);
        version.body().properties().forEach(member -> out.put(member.getKey(), member.getValue()));
        out.endObject();
    }
}
