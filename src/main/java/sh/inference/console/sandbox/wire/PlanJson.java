package sh.inference.console.sandbox.wire;

import java.time.Instant;
import java.util.Locale;

import sh.inference.console.sandbox.fleet.Ids;
import sh.inference.console.sandbox.fleet.Teams;

/** What the team's plan grants, and how much of it is used (contract 9.4). */
public final class PlanJson {
    private PlanJson() {
    }

    /** Something the plan limits; 0 for no limit. */
    public enum Grant {
        CONCURRENCY(100), RATE_PER_MIN(1000), API_KEYS(500), SEATS(10), PRIVATE_APPS(0);

        private final int limit;

        Grant(int limit) {
            this.limit = limit;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static void entitlement(Grant grant, JsonWriter out) {
        Instant since = Teams.OWN.createdAt();
        BaseJson.base(out.object(), Ids.complete("en" + grant.ordinal()), since, since, null).put("team_id", Teams.OWN.id()).put("resource", grant.word())
                .put("type", "limit").put("enabled", true).put("unlimited", grant.limit == 0).put("limit", grant.limit).put("source", "tier")
                .put("enforcement", "hard").putNull("expires_at").endObject();
    }

    public static void usage(Grant grant, long used, JsonWriter out) {
        out.object().put("resource", grant.word()).put("limit", grant.limit).put("current", used).put("unlimited", grant.limit == 0).endObject();
    }
}
