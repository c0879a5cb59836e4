package sh.inference.console.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import sh.inference.console.cli.Errand.Ending;
import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Problem;
import sh.inference.console.model.Text;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.extend.Hours;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.state.Freshness;
import sh.inference.console.text.Messages;

/** Runs one errand from the plan to the observed end, through the same desk, lock and journal as the window does. Blocks. */
public final class ErrandRunner {
    private static final Duration TO_READ = Duration.ofSeconds(60);
    private static final Duration TO_PLAN = Duration.ofSeconds(10);
    private final Headless console;
    private final Messages words;
    private final ErrandOutput out;

    public ErrandRunner(Headless console, Messages words, Terminal terminal) {
        this.console = console;
        this.words = words;
        this.out = new ErrandOutput(words, terminal);
    }

    public Ending run(Errand errand) {
        out.json(errand.json());
        out.about(console.profile());
        console.await(() -> refusal().isPresent() || isLive() && (!errand.noun().equals("apps") || areAppsRead()), TO_READ);
        Optional<Problem> refusal = console.run(this::refusal);
        Ending ending;
        if (refusal.isPresent()) {
            out.problem(refusal.get());
            ending = Ending.FAILED;
        } else if (!console.run(() -> isLive() && (!errand.noun().equals("apps") || areAppsRead()))) {
            ending = out.fail(Ending.FAILED, words.of("cli.errand.unread", console.profile().host()));
        } else {
            ending = errand.noun().equals("apps") ? apps(errand) : engines(errand);
        }
        out.close(ending);
        return ending;
    }

    private boolean isLive() {
        return console.fleet().connection().freshness().isLive();
    }

    private boolean areAppsRead() {
        return !console.apps().listStateProperty().get().loading() && console.apps().listStateProperty().get().loaded() > 0;
    }

    /** Why there will be no answer: the key is refused, or nobody is there. */
    private Optional<Problem> refusal() {
        return console.fleet().connection().freshness() instanceof Freshness.Offline offline ? Optional.of(offline.problem()) : Optional.empty();
    }

    private Ending engines(Errand errand) {
        if (errand.verb().equals("list")) {
            out.engines(console.run(() -> console.fleet().fleet().all().stream().map(entry -> entry.engine()).sorted(java.util.Comparator.comparing(Engine::name)).toList()));
            return Ending.DONE;
        }
        Ending all = Ending.DONE;
        for (String object : errand.objects()) {
            List<Engine> found = console.run(() -> console.fleet().fleet().all().stream().map(entry -> entry.engine())
                    .filter(engine -> engine.id().equals(object) || engine.shortId().equals(object) || engine.name().equals(object)).toList());
            if (found.size() != 1) {
                return all.and(out.fail(Ending.USAGE, words.of(found.isEmpty() ? "cli.errand.no-engine" : "cli.errand.many-engines", object)));
            }
            if (errand.verb().equals("show")) {
                out.engine(found.getFirst());
                continue;
            }
            Optional<Operation> operation = operation(errand, found.getFirst().id());
            if (operation.isEmpty()) {
                return Ending.USAGE;
            }
            all = all.and(write(errand, operation.get()));
            if (all != Ending.DONE) {
                // The rest is not told anything after one has failed.
                return all;
            }
        }
        return all;
    }

    private Optional<Operation> operation(Errand errand, String id) {
        return switch (errand.verb()) {
            case "drain" -> Optional.of(new DrainEngine(id));
            case "update" -> Optional.of(new UpdateEngine(id));
            case "stop" -> Optional.of(new StopEngine(id));
            case "restart" -> Optional.of(new RestartEngine(id));
            default -> switch (Hours.parse(errand.hours().orElse(""))) {
                case Hours.Parsed.Valid valid -> Optional.of(new ExtendEngine(id, valid.hours()));
                case Hours.Parsed.Invalid invalid -> {
                    out.fail(Ending.USAGE, words.of(invalid.why()));
                    yield Optional.empty();
                }
            };
        };
    }

    private Ending apps(Errand errand) {
        if (errand.verb().equals("list")) {
            out.apps(console.run(() -> List.copyOf(console.apps().apps())));
            return Ending.DONE;
        }
        String wanted = errand.objects().getFirst();
        List<App> found = console.run(() -> console.apps().snapshot().apps().values().stream().filter(app -> app.id().equals(wanted) || app.shortId().equals(wanted)
                || app.name().equals(wanted) || (app.namespace() + "/" + app.name()).equals(wanted)).toList());
        if (found.size() != 1) {
            return out.fail(Ending.USAGE, words.of(found.isEmpty() ? "cli.errand.no-app" : "cli.errand.many-apps", wanted));
        }
        App app = found.getFirst();
        console.open(app.id());
        if (!console.await(() -> console.apps().versions().containsKey(app.id()), TO_READ)) {
            return out.fail(Ending.FAILED, words.of("cli.errand.unread", console.profile().host()));
        }
        List<AppVersion> versions = console.run(() -> List.copyOf(console.apps().versions().get(app.id())));
        if (errand.verb().equals("versions")) {
            out.versions(app, versions);
            return Ending.DONE;
        }
        List<String> ids = new ArrayList<>();
        for (String version : errand.objects().subList(1, errand.objects().size())) {
            Optional<AppVersion> known = versions.stream().filter(one -> one.matches(version)).findFirst();
            if (known.isEmpty()) {
                return out.fail(Ending.USAGE, words.of("cli.errand.no-version", version, app.name()));
            }
            ids.add(known.get().id());
        }
        return errand.verb().equals("compare") ? compare(app, ids) : write(errand, new PromoteVersion(app.id(), ids.getFirst()));
    }

    private Ending compare(App app, List<String> ids) {
        try {
            out.comparison(console.compare(app.id(), ids.getFirst(), ids.getLast()));
            return Ending.DONE;
        } catch (IOException unread) {
            return out.fail(Ending.FAILED, unread.getMessage());
        }
    }

    private Ending write(Errand errand, Operation operation) {
        if (errand.unlock()) {
            console.run(() -> {
                console.lock().unlock();
                return true;
            });
        }
        // What an app needs decides whether this is its last engine; where apps cannot be read the plan says so.
        console.await(() -> areAppsRead() || !console.apps().listStateProperty().get().loading(), TO_PLAN);
        OperationPlan plan = console.run(() -> console.desk().plan(operation));
        out.plan(plan);
        Optional<Text> blocked = plan.blockedBy();
        if (blocked.isPresent()) {
            boolean locked = console.run(() -> console.lock().reason().isPresent());
            return out.fail(Ending.BLOCKED, locked ? words.of("cli.errand.locked") : words.of(blocked.get()));
        }
        if (errand.dryRun()) {
            return Ending.DONE;
        }
        if (!errand.yes()) {
            return out.fail(Ending.USAGE, words.of("cli.errand.not-sent"));
        }
        CompletableFuture<Result> answered = new CompletableFuture<>();
        console.run(() -> {
            console.confirmation().next(request -> request.send(plan, errand.reason(), answered::complete));
            console.desk().request(operation);
            return true;
        });
        console.await(answered::isDone, TO_READ.multipliedBy(2));
        return answered.isDone() ? follow(errand, operation, answered.join()) : out.fail(Ending.UNCERTAIN, words.of("cli.errand.no-answer"));
    }

    private Ending follow(Errand errand, Operation operation, Result result) {
        switch (result.sent()) {
            case BLOCKED, CHANGED -> {
                String why = result.problem() != null ? words.of(result.problem().title()) : words.of("cli.errand.changed");
                return out.fail(Ending.BLOCKED, why);
            }
            case REFUSED -> {
                out.problem(result.problem());
                return Ending.FAILED;
            }
            case ACCEPTED, UNCERTAIN -> {
            }
        }
        Duration longest = errand.timeout().orElse(operation.deadline().plusSeconds(5));
        console.await(() -> console.log().find(result.operationId()).filter(record -> record.state().isEnded() || record.state() == OperationState.TIMED_OUT).isPresent(), longest);
        OperationRecord record = console.run(() -> console.log().find(result.operationId()).orElseThrow());
        out.record(record);
        boolean answered = record.reached(OperationState.ACCEPTED).isPresent();
        return switch (record.state()) {
            case DONE -> Ending.DONE;
            case FAILED -> answered || record.problem().isPresent() ? Ending.FAILED : Ending.UNCERTAIN;
            case SUPERSEDED, CANCELLED -> Ending.FAILED;
            default -> Ending.UNCERTAIN;
        };
    }
}
