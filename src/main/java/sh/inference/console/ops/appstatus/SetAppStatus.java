package sh.inference.console.ops.appstatus;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.Text;
import sh.inference.console.ops.EngineCall;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.Observation;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanDraft;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Precondition;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Target;
import sh.inference.console.ops.Verb;

/**
 * Says of an app that it is active, under maintenance, deprecated or retired, with a message for those who see it
 * (contract 4.1). It can be said otherwise again; no version is touched.
 *
 * @param targetId the app's id
 * @param message  may be empty
 */
public record SetAppStatus(String targetId, AppStatus status, String message) implements Operation {
    /** A longer message is not sent. */
    public static final int LONGEST = 200;
    /** What an app can be said to be. */
    public static final List<AppStatus> CHOICES = List.of(AppStatus.ACTIVE, AppStatus.MAINTENANCE, AppStatus.DEPRECATED, AppStatus.RETIRED);

    @Override
    public Verb verb() {
        return Verb.APP_STATUS;
    }

    @Override
    public OperationPlan plan(Situation situation) {
        Optional<App> app = situation.apps().find(targetId);
        Target target = new Target(Target.Kind.APP, targetId, app.map(App::name).orElse(targetId));
        PlanDraft draft = PlanDraft.app(verb(), target, call(), situation).confirm(Text.of("app-status.confirm", word(status)));
        if (app.isEmpty()) {
            return draft.check(Precondition.block("why.app-gone")).build();
        }
        App known = app.get();
        draft.consequence(status == AppStatus.ACTIVE ? "app-status.consequence.active" : "app-status.consequence", word(status)).atLeast(Level.L2)
                .restsOn(known.status()).restsOn(known.statusMessage());
        draft.section(new PlanSection(Text.of("current.from-to"), Text.of("plan.nothing"), List.of(
                row("current.from", known.status().is(AppStatus.UNKNOWN) ? Text.of("status.raw", known.status().raw()) : word(known.status().value()), known.statusMessage()),
                row("current.to", word(status), message.strip()))));
        if (known.status().is(status) && known.statusMessage().equals(message.strip())) {
            draft.check(Precondition.block("app-status.same"));
        } else if (message.strip().length() > LONGEST) {
            draft.check(Precondition.block("app-status.long", LONGEST, message.strip().length()));
        } else if (status != AppStatus.ACTIVE && message.isBlank()) {
            draft.check(Precondition.warn("app-status.silent"));
        }
        long running = situation.fleet().all().stream().flatMap(entry -> entry.engine().workersWithTasks().stream()).filter(worker -> worker.appId().equals(targetId)).count();
        return draft.section(new PlanSection(Text.of("current.next"), Text.of("plan.nothing"),
                List.of(line("app-status.next.running", running), line("app-status.next.version"), line("app-status.next.back")))).build();
    }

    @Override
    public Answer<?> send(InferenceApi api) throws ApiException {
        return api.setAppStatus(targetId, status, message.strip());
    }

    @Override
    public UnaryOperator<Situation> reread(InferenceApi api) throws ApiException {
        try {
            App read = api.getApp(targetId);
            return seen -> seen.with(read);
        } catch (ApiException failed) {
            if (failed.failure() instanceof ApiFailure.NotFound) {
                return seen -> seen.without(targetId);
            }
            throw failed;
        }
    }

    @Override
    public Observation observe(Situation before, Situation now, boolean begun) {
        Optional<App> app = now.apps().find(targetId);
        if (app.isEmpty()) {
            return new Observation.Overtaken(Text.of("current.app-gone"));
        }
        if (app.get().status().is(status)) {
            return new Observation.Done(Text.of("app-status.done", word(status)));
        }
        boolean moved = before.apps().find(targetId).map(was -> !was.status().equals(app.get().status())).orElse(false);
        return moved ? new Observation.Overtaken(Text.of("app-status.overtaken", app.get().status().raw())) : new Observation.Nothing();
    }

    @Override
    public Optional<Text> ignored(Situation before, Situation after) {
        return after.apps().find(targetId).filter(app -> !app.status().is(status)).map(app -> Text.of("app-status.ignored", app.status().raw()));
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(1);
    }

    /** The status in a word. */
    public static Text word(AppStatus status) {
        return Text.of("status.app." + status.name().toLowerCase(Locale.ROOT));
    }

    private ApiCall call() {
        String quoted = message.strip().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return new ApiCall("POST", "/apps/" + EngineCall.encode(targetId) + "/status",
                Optional.of("{\"status\":\"" + status.name().toLowerCase(Locale.ROOT) + "\",\"message\":\"" + quoted + "\"}"));
    }

    private static PlanSection.Row row(String side, Text word, String message) {
        return new PlanSection.Row(PlanSection.Mark.NONE, List.of(Text.of(side), word, message.isEmpty() ? Text.of("app-status.no-message") : Text.verbatim(message)));
    }

    private static PlanSection.Row line(String key, Object... args) {
        return new PlanSection.Row(PlanSection.Mark.NONE, List.of(Text.of(key, args)));
    }
}
