package sh.inference.console.sandbox.wire;

import java.time.Instant;
import java.util.List;

import sh.inference.console.sandbox.fleet.ApiKey;
import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.Team;
import sh.inference.console.sandbox.fleet.Teams;
import sh.inference.console.sandbox.fleet.Teams.Member;

/** Who one is, teams and their people, keys, what the plan grants (contract 9.1, 9.2, 9.4). */
public final class TeamJson {
    private static final int CONCURRENCY = 100;
    private static final List<String> MAY = List.of("edit_profile", "manage_members", "view_members", "manage_keys", "manage_vault", "view_billing",
            "manage_billing", "view_policy");

    private TeamJson() {
    }

    public static void me(JsonWriter out) {
        Member operator = Teams.OPERATOR;
        BaseJson.base(out.object().object("user"), operator.userId(), Teams.OWN.createdAt(), Teams.OWN.createdAt(), null).put("default_team_id", Teams.OWN.id())
                .put("role", "user").put("email", operator.email()).put("name", operator.name()).put("full_name", operator.fullName()).put("avatar_url", "")
                .put("totp_enabled", false).object("metadata").endObject().endObject();
        team(Teams.OWN, out.name("team"));
        view(Teams.OWN, out.name("team_view"));
        out.endObject();
    }

    public static void team(Team team, JsonWriter out) {
        BaseJson.base(out.object(), team.id(), team.createdAt(), team.createdAt(), null).put("type", team.type()).put("name", team.name())
                .put("username", team.name()).put("avatar_url", "").put("email", "").put("setup_completed", true).put("max_concurrency", CONCURRENCY)
                .put("status", "active").put("role", team.role()).endObject();
    }

    /** What the operator may do in a team. */
    public static void view(Team team, JsonWriter out) {
        out.object().put("team_id", team.id()).put("kind", team.type()).object("governance").object("billing").put("by", "team").put("team_id", team.id())
                .endObject().put("policy", "team").endObject().array("can");
        (team.role().equals("owner") ? MAY : List.of("view_members")).forEach(out::add);
        out.endArray().endObject();
    }

    public static void members(Team team, JsonWriter out) {
        out.array();
        for (Member member : Teams.members(team)) {
            out.object().put("id", Ids.complete("mb" + member.userId().substring(0, 5))).put("user_id", member.userId()).put("team_id", team.id())
                    .put("role", member.role());
            out.object("user").put("id", member.userId()).put("email", member.email()).put("name", member.name()).put("full_name", member.fullName())
                    .put("avatar_url", "").endObject().endObject();
        }
        out.endArray();
    }

    /** @param token what is shown of the key: the whole only at its making */
    public static void key(ApiKey key, String token, JsonWriter out) {
        Instant used = key.lastUsed().get();
        BaseJson.base(out.object(), key.id(), key.createdAt(), key.createdAt(), null);
        BaseJson.owner(out, "private").put("name", key.name()).put("key", token).put("last_used_at", used).put("expires_at", key.expiresAt().orElse(null))
                .array("scopes");
        key.scopes().forEach(out::add);
        out.endArray().put("source", "sandbox").endObject();
    }

    /** Enough to know a key by, and not enough to use it. */
    public static String masked(ApiKey key) {
        return key.token().substring(0, 8) + "...";
    }
}
