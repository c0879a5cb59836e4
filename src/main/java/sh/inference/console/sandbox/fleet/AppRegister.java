package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Deploys, copies and deletes apps (contract 4.1, 4.6). */
public final class AppRegister {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int MOST_VERSIONS = 1000;
    private static final int MORE_APPS = 5_000;
    private static final long MOST_BYTES = 64L << 20;
    private final Timeline timeline;
    private final Apps apps;
    private final Ids ids;
    private final int mostApps;
    private long taken;

    AppRegister(Timeline timeline, Apps apps, Ids ids) {
        this.timeline = timeline;
        this.apps = apps;
        this.ids = ids;
        this.mostApps = apps.size() + MORE_APPS;
    }

    /** Accounts for something written about apps: what is kept has an end. */
    public void makeRoom(int bytes) {
        if (taken + bytes > MOST_BYTES) {
            throw new Refusal("limit_exceeded", "the sandbox keeps no more than " + (MOST_BYTES >> 20) + " MiB of what is written about apps");
        }
        taken += bytes;
    }

    /**
     * A version somebody built.
     *
     * @param appId   of the app it belongs to; empty to go by the name
     * @param listing what the app shows of itself; empty where it stays as it is
     * @param body    the members of a version
     * @param staged  whether the current version stays
     */
    public record Deploy(String appId, String namespace, String name, Optional<AppListing> listing, ObjectNode body, boolean staged) {
    }

    /** Makes an app, or a new version of one there is; the first version is current in any case. */
    public AppRecord deploy(Deploy wanted) {
        Instant now = timeline.now();
        if (!wanted.namespace.equals(Teams.OWN.name())) {
            throw new Refusal("forbidden", "the namespace " + wanted.namespace + " belongs to another team");
        }
        Optional<AppRecord> known = wanted.appId.isEmpty() ? apps.find(wanted.namespace, wanted.name)
                : Optional.of(apps.find(wanted.appId).orElseThrow(() -> Refusal.notFound("app", wanted.appId)));
        VersionRecord version = VersionRecord.built(ids.next(), now, wanted.body);
        if (known.isEmpty()) {
            AppListing listing = wanted.listing.orElseGet(() -> new AppListing("", "", "", "other", AppListing.Images.NONE, List.of()));
            return add(wanted.name, listing.checked(listing.blank()), version);
        }
        AppRecord app = known.get();
        if (app.versions().size() >= MOST_VERSIONS) {
            throw new Refusal("limit_exceeded", "an app has " + MOST_VERSIONS + " versions at most");
        }
        wanted.listing.ifPresent(listing -> app.edit(listing, now));
        app.deploy(version);
        if (!wanted.staged) {
            app.promote(version, now);
        }
        return app;
    }

    /** The same app under a free name, with its current version only. */
    public AppRecord duplicate(AppRecord app) {
        String name = app.name() + "-copy";
        for (int number = 2; apps.find(app.namespace(), name).isPresent(); number++) {
            name = app.name() + "-copy-" + number;
        }
        return add(name, app.listing(), app.current().next(ids.next(), timeline.now()));
    }

    public void delete(AppRecord app) {
        apps.remove(app);
    }

    /** Gives an app to another team; this one sees it no more. */
    public void transfer(AppRecord app, Team to) {
        if (to != Teams.OWN) {
            apps.remove(app);
        }
    }

    private AppRecord add(String name, AppListing listing, VersionRecord version) {
        if (!SLUG.matcher(name).matches()) {
            throw new Refusal("validation_error", "a name has 1 to 63 lowercase letters, digits and hyphens inside");
        }
        if (apps.size() >= mostApps) {
            throw new Refusal("limit_exceeded", "there are " + mostApps + " apps already");
        }
        AppRecord app = new AppRecord(ids.next(), Teams.OWN.name(), name, listing, "active", "", List.of(version), version, timeline.now());
        apps.add(app);
        return app;
    }
}
