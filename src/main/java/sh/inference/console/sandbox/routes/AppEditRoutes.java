package sh.inference.console.sandbox.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.AppListing;
import sh.inference.console.sandbox.fleet.AppRecord;
import sh.inference.console.sandbox.fleet.AppRegister.Deploy;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.fleet.Team;
import sh.inference.console.sandbox.fleet.Teams;
import sh.inference.console.sandbox.http.Call;
import sh.inference.console.sandbox.http.Members;
import sh.inference.console.sandbox.http.Outcome;
import sh.inference.console.sandbox.http.Route;
import sh.inference.console.sandbox.wire.AppJson;
import sh.inference.console.sandbox.wire.Json;

/** Apps as their owners deploy, edit, copy, give away and delete them (contract 4.1, 4.6). */
public final class AppEditRoutes {
    private static final String READ = "apps:read";
    private static final String WRITE = "apps:write";
    private static final int LONGEST_LICENSE = 10_000;
    private static final int SUGGESTIONS = 10;
    private static final int MICROCENTS_A_GIB = 4000;
    private static final int MIB_A_GIB = 1024;
    private final SandboxFleet fleet;

    public AppEditRoutes(SandboxFleet fleet) {
        this.fleet = fleet;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/apps", WRITE, this::deploy),
                Route.of("POST", "/apps/{id}", WRITE, call -> edit(call, AppListings.EMPTY)),
                Route.of("PATCH", "/apps/{id}", WRITE, call -> edit(call, app(call).listing())),
                Route.of("DELETE", "/apps/{id}", WRITE, this::delete),
                Route.of("POST", "/apps/{id}/duplicate", WRITE, call -> reply(fleet.appRegister().duplicate(app(call)), Teams.OWN)),
                Route.of("POST", "/apps/{id}/transfer", WRITE, this::transfer),
                Route.of("GET", "/apps/{id}/license", READ, call -> license(app(call))),
                Route.of("POST", "/apps/{id}/license", WRITE, this::setLicense),
                Route.of("POST", "/store/apps/{id}/estimate", READ, this::estimate),
                Route.of("POST", "/suggest", "", this::suggest));
    }

    private Outcome deploy(Call call) {
        fleet.appRegister().makeRoom(call.content().length);
        Members body = call.members();
        String id = body.text("id", "");
        String name = id.isEmpty() ? body.text("name") : body.text("name", "");
        Optional<AppRecord> known = id.isEmpty() ? fleet.apps().find(body.text("namespace", Teams.OWN.name()), name) : fleet.apps().find(id);
        AppListing before = known.map(AppRecord::listing).orElse(AppListings.EMPTY);
        return reply(fleet.appRegister().deploy(new Deploy(id, body.text("namespace", Teams.OWN.name()), name, Optional.of(AppListings.over(before, body)),
                AppListings.version(body.object("version").orElseGet(() -> new Members(Json.object()))), body.flag("preserve_current_version", false))), Teams.OWN);
    }

    /** Members that are absent keep what stands in {@code before}: the app's own for a part, nothing for the whole (contract 11, 24). */
    private Outcome edit(Call call, AppListing before) {
        AppRecord app = app(call);
        fleet.appRegister().makeRoom(call.content().length);
        app.edit(AppListings.over(before, call.members()), fleet.timeline().now());
        return reply(app, Teams.OWN);
    }

    private Outcome delete(Call call) {
        fleet.appRegister().delete(app(call));
        return Outcome.nothing();
    }

    private Outcome transfer(Call call) {
        AppRecord app = app(call);
        Team to = Teams.get(call.members().text("team_id"));
        fleet.appRegister().transfer(app, to);
        return reply(app, to);
    }

    private Outcome setLicense(Call call) {
        AppRecord app = app(call);
        String text = call.members().text("license", "");
        if (text.length() > LONGEST_LICENSE) {
            throw new Refusal("validation_error", "a license has " + LONGEST_LICENSE + " characters at most");
        }
        fleet.appRegister().makeRoom(call.content().length);
        app.license(text, fleet.timeline().now());
        return license(app);
    }

    private static Outcome license(AppRecord app) {
        return Outcome.of(out -> AppJson.license(app, out));
    }

    /** What a run will cost: known beforehand where no GPU is rented, a fair guess where one is. */
    private Outcome estimate(Call call) {
        call.members();
        AppRecord app = app(call);
        int gib = app.current().needsMib() / MIB_A_GIB;
        return Outcome.of(Json.object().put("confidence", gib == 0 ? "exact" : "range").put("microcents", (long) (1 + gib) * MICROCENTS_A_GIB));
    }

    private Outcome suggest(Call call) {
        Members body = call.members();
        String query = body.text("query", "").toLowerCase(Locale.ROOT);
        int limit = body.has("limit") ? body.count("limit", SUGGESTIONS * SUGGESTIONS) : SUGGESTIONS;
        String category = body.text("category", "");
        List<AppRecord> found = new ArrayList<>(fleet.apps().list().stream().filter(app -> score(app, query) > 0)
                .filter(app -> category.isEmpty() || app.listing().category().equals(category)).toList());
        found.sort(Comparator.<AppRecord>comparingDouble(app -> -score(app, query)).thenComparing(AppRecord::reference));
        ObjectNode node = Json.object().put("query", body.text("query", ""));
        ArrayNode results = node.putArray("results");
        found.stream().limit(limit).forEach(app -> results.addObject().put("type", "app").put("name", app.reference())
                .put("description", app.listing().description()).put("command", "belt app run " + app.reference()).put("score", score(app, query)));
        return Outcome.of(node);
    }

    /** A match in the name counts most. */
    private static double score(AppRecord app, String query) {
        if (app.reference().contains(query)) {
            return 1;
        }
        return (app.listing().title() + "\n" + app.listing().description()).toLowerCase(Locale.ROOT).contains(query) ? 0.5 : 0;
    }

    private AppRecord app(Call call) {
        return fleet.apps().find(call.parameter("id")).orElseThrow(() -> Refusal.notFound("app", call.parameter("id")));
    }

    private static Outcome reply(AppRecord app, Team owner) {
        return Outcome.of(out -> AppJson.whole(app, owner, out));
    }
}
