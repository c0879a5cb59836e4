package sh.inference.console.ops.promote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.compare.Comparison;
import sh.inference.console.compare.Weight;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Requirement;
import sh.inference.console.model.Text;
import sh.inference.console.ops.EngineCall;
import sh.inference.console.ops.Fit;
import sh.inference.console.ops.FleetFit;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanDraft;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.PlanSection.Mark;
import sh.inference.console.ops.PlanSection.Row;
import sh.inference.console.ops.Precondition;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Target;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.CurrentSighting;

/** What it means to make a version current: from and to, what breaks, who can run it, what happens next. */
final class CurrentPlan {
    private final Verb verb;
    private final String appId;
    private final String versionId;
    private final Situation situation;
    private final Optional<App> app;
    private final Optional<AppVersion> to;

    CurrentPlan(Verb verb, String appId, String versionId, Situation situation) {
        this.verb = verb;
        this.appId = appId;
        this.versionId = versionId;
        this.situation = situation;
        this.app = situation.apps().find(appId);
        this.to = Fit.version(situation.apps(), appId, versionId)
                .or(() -> app.flatMap(App::version).filter(version -> version.matches(versionId)));
    }

    OperationPlan plan() {
        Target target = new Target(Target.Kind.APP, appId, app.map(App::name).orElse(appId));
        ApiCall call = new ApiCall("PUT", "/apps/" + EngineCall.encode(appId) + "/versions/" + EngineCall.encode(versionId) + "/current", Optional.empty());
        PlanDraft draft = PlanDraft.app(verb, target, call, situation).confirm(Text.of("verb." + verb.key() + ".confirm", CurrentVersion.brief(versionId)));
        if (app.isEmpty()) {
            return draft.check(Precondition.block("why.app-gone")).build();
        }
        draft.consequence(verb.key() + ".consequence", CurrentVersion.brief(versionId))
                .restsOn(new CurrentStep(app.get().versionId(), versionId)).restsOn(app.get().status());
        draft.atLeast(situation.strict() ? Level.L2 : Level.L1).section(fromTo(app.get()));
        checkVersions(draft, app.get());
        changes(draft, app.get());
        fit(draft);
        next(draft, app.get());
        return draft.build();
    }

    private PlanSection fromTo(App known) {
        Optional<AppVersion> from = Fit.current(situation.apps(), known);
        String current = known.versionId();
        Text fromId = current.isEmpty() ? Text.of("plan.unknown") : Text.verbatim(CurrentVersion.brief(current));
        return new PlanSection(Text.of("current.from-to"), Text.of("plan.nothing"), List.of(
                new Row(Mark.NONE, List.of(Text.of("current.from"), fromId, from.map(this::created).orElse(Text.of("plan.unknown")))),
                new Row(Mark.NONE, List.of(Text.of("current.to"), Text.verbatim(CurrentVersion.brief(versionId)),
                        to.map(version -> Text.of("plan.pair", created(version), history(known, version))).orElse(Text.of("plan.unknown"))))));
    }

    private Text created(AppVersion version) {
        return version.createdAt().map(at -> Text.of("current.created", PlanDraft.since(at, situation.now()))).orElse(Text.of("plan.unknown"));
    }

    /** How this console knows the version: that it saw it current, or that it is newer than the current one. */
    private Text history(App known, AppVersion version) {
        List<CurrentSighting> seen = situation.apps().seen(appId);
        Optional<CurrentSighting> good = PreviousGood.of(situation.apps(), appId).filter(one -> version.matches(one.versionId()));
        if (verb == Verb.ROLL_BACK && good.isPresent()) {
            return Text.of("current.was.good", PlanDraft.since(good.get().from(), good.get().to()), Text.local(good.get().to()));
        }
        Optional<Instant> last = seen.stream().filter(one -> one.versionId().equals(version.id())).map(CurrentSighting::to).max(Instant::compareTo);
        if (last.isPresent()) {
            return Text.of("current.was", Text.local(last.get()));
        }
        Optional<Instant> currentSince = Fit.current(situation.apps(), known).flatMap(AppVersion::createdAt);
        boolean newer = currentSince.isPresent() && version.createdAt().isPresent() && version.createdAt().get().isAfter(currentSince.get());
        return Text.of(newer ? "current.never" : "current.not-seen");
    }

    private void checkVersions(PlanDraft draft, App known) {
        if (known.versionId().isEmpty()) {
            draft.check(Precondition.warn("current.check.unknown"));
        } else if (known.versionId().equals(versionId)) {
            draft.check(Precondition.block("current.check.same", CurrentVersion.brief(versionId)));
        } else {
            draft.check(Precondition.pass("current.check.still", CurrentVersion.brief(known.versionId())));
        }
        if (to.isEmpty()) {
            boolean listRead = situation.apps().versions().containsKey(appId);
            draft.check(listRead ? Precondition.block("current.check.foreign", CurrentVersion.brief(versionId)) : Precondition.warn("current.check.unread"));
        } else {
            draft.check(Precondition.pass("current.check.belongs"));
        }
        if (!known.status().is(AppStatus.ACTIVE)) {
            draft.check(Precondition.warn("current.check.status", known.status().raw()));
        }
    }

    private void changes(PlanDraft draft, App known) {
        Optional<AppVersion> from = Fit.current(situation.apps(), known);
        Optional<Comparison> comparison = from.isEmpty() || to.isEmpty() ? Optional.empty()
                : situation.apps().comparison(appId, from.get().id(), to.get().id());
        if (from.isPresent() && to.isPresent() && from.get().checksum().isPresent() && from.get().checksum().equals(to.get().checksum())) {
            draft.section(new PlanSection(Text.of("current.changes", 0), Text.of("current.changes.same"), List.of()));
        } else if (comparison.isPresent()) {
            draft.section(ChangesSection.of(comparison.get()));
            boolean grave = comparison.get().has(Weight.BREAKING) || comparison.get().has(Weight.RISKY);
            draft.atLeast(grave && verb == Verb.PROMOTE ? Level.L2 : Level.L1);
        } else {
            draft.check(Precondition.warn("current.check.not-compared")).atLeast(verb == Verb.PROMOTE ? Level.L2 : Level.L1);
        }
        to.ifPresent(version -> version.secrets().stream().filter(secret -> !secret.optional()).map(Requirement::key)
                .forEach(key -> draft.check(Precondition.warn("current.check.secret", key))));
    }

    private void fit(PlanDraft draft) {
        if (to.isEmpty()) {
            return;
        }
        FleetFit fit = FleetFit.of(situation.fleet(), to.get());
        if (!fit.isKnown()) {
            draft.section(new PlanSection(Text.of("current.fit"), Text.of(fit.needs().isEmpty() ? "current.fit.unknown" : "current.fit.no-workers"), List.of()));
            return;
        }
        Text today = app.flatMap(known -> Fit.current(situation.apps(), known)).map(now -> FleetFit.of(situation.fleet(), now)).filter(FleetFit::isKnown)
                .map(now -> Text.of("current.fit.today", now.able())).orElse(Text.of("plan.nothing"));
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(fit.able() == 0 ? Mark.BAD : fit.able() < fit.online() ? Mark.WARN : Mark.GOOD, List.of(Needs.workers(fit))));
        if (!fit.holders().isEmpty()) {
            rows.add(new Row(Mark.WARN, List.of(Text.of("current.fit.holders", String.join(", ", fit.holders())))));
        }
        draft.section(new PlanSection(Text.of("current.fit"), today, rows));
        if (fit.able() == 0) {
            draft.check(Precondition.warn(fit.isNobody() ? "current.check.nobody" : "current.check.nobody-known"))
                    .atLeast(verb == Verb.PROMOTE ? Level.L3 : Level.L1);
        }
    }

    private void next(PlanDraft draft, App known) {
        long running = situation.fleet().all().stream().flatMap(entry -> entry.engine().workersWithTasks().stream())
                .filter(worker -> worker.appId().equals(known.id())).count();
        draft.section(new PlanSection(Text.of("current.next"), Text.of("plan.nothing"), List.of(
                line("current.next.calls", CurrentVersion.brief(versionId)), line("current.next.pinned", running), line("current.next.deploy"))));
    }

    private static Row line(String key, Object... args) {
        return new Row(Mark.NONE, List.of(Text.of(key, args)));
    }
}
