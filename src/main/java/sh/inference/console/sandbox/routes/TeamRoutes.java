package sh.inference.console.sandbox.routes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import sh.inference.console.sandbox.fleet.ApiKey;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.fleet.Team;
import sh.inference.console.sandbox.fleet.Teams;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Members;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.JsonWriter;
import sh.inference.console.sandbox.wire.ListQuery;
import sh.inference.console.sandbox.wire.ScopeJson;
import sh.inference.console.sandbox.wire.Table;
import sh.inference.console.sandbox.wire.TeamJson;

/** Who one is, teams, and API keys (contract 9.1, 9.2). */
public final class TeamRoutes {
    private static final String READ = "teams:read";
    private static final String READ_KEYS = "apikeys:read";
    private static final String WRITE_KEYS = "apikeys:write";
    private static final int LONGEST_NAME = 100;
    private final SandboxFleet fleet;

    public TeamRoutes(SandboxFleet fleet) {
        this.fleet = fleet;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/me", "", call -> Outcome.of(TeamJson::me)),
                Route.of("GET", "/teams", READ, call -> each(Teams.all(), TeamJson::team)),
                Route.of("GET", "/teams/{id}", READ, call -> team(call, TeamJson::team)),
                Route.of("GET", "/teams/{id}/view", READ, call -> team(call, TeamJson::view)),
                Route.of("GET", "/teams/{id}/members", READ, call -> team(call, TeamJson::members)),
                Route.of("GET", "/teams/{id}/invites", READ, call -> team(call, (team, out) -> out.array().endArray())),
                Route.of("GET", "/scopes", "", call -> Outcome.of(ScopeJson.catalogue())),
                Route.of("POST", "/apikeys/list", READ_KEYS, this::keys),
                Route.of("POST", "/apikeys", WRITE_KEYS, this::createKey),
                Route.of("DELETE", "/apikeys/{id}", WRITE_KEYS, this::deleteKey));
    }

    private Outcome keys(Call call) {
        return Outcome.of(new ListQuery(call.body()).answer(fleet.keys().list(), Table.of(ApiKey::id, ApiKey::createdAt, ApiKey::name,
                (key, out) -> TeamJson.key(key, TeamJson.masked(key), out))));
    }

    private Outcome createKey(Call call) {
        Members body = call.members();
        String name = body.text("name").strip();
        if (name.length() > LONGEST_NAME) {
            throw new Refusal("validation_error", "a name has " + LONGEST_NAME + " characters at most");
        }
        List<String> scopes = body.texts("scopes");
        List<String> known = ScopeJson.all();
        scopes.stream().filter(scope -> !known.contains(scope)).findFirst().ifPresent(scope -> {
            throw new Refusal("validation_error", "there is no scope " + scope);
        });
        requireOwn(call, scopes.isEmpty() ? List.of("*") : scopes);
        Instant now = fleet.timeline().now();
        Optional<Instant> expires = body.moment("expires_at");
        if (expires.isPresent() && !expires.get().isAfter(now)) {
            throw new Refusal("validation_error", "expires_at must be in the future");
        }
        ApiKey key = fleet.keys().create(name, scopes, expires, now);
        return Outcome.of(out -> TeamJson.key(key, key.token(), out));
    }

    /** Nobody can give what he does not have. */
    private void requireOwn(Call call, List<String> scopes) {
        ApiKey own = fleet.keys().find(call.token()).orElseThrow();
        scopes.stream().filter(scope -> !own.may(scope)).findFirst().ifPresent(scope -> {
            throw new Refusal("forbidden", "missing required scope: " + scope);
        });
    }

    private Outcome deleteKey(Call call) {
        fleet.keys().delete(call.parameter("id"));
        return Outcome.nothing();
    }

    private static Outcome team(Call call, BiConsumer<Team, JsonWriter> part) {
        Team team = Teams.get(call.parameter("id"));
        return Outcome.of(out -> part.accept(team, out));
    }

    static <T> Outcome each(List<T> all, BiConsumer<T, JsonWriter> write) {
        return Outcome.of(out -> {
            out.array();
            all.forEach(each -> write.accept(each, out));
            out.endArray();
        });
    }
}
