package sh.inference.console;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.ConfirmationRequest.Result;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.record.RenameEngine;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConfigFolder;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;

/** The console without its window, asking for one operation after the other until somebody kills it. */
public final class KilledConsole {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private KilledConsole() {
    }

    /** @param args the service's address, a key, a folder, a seed */
    public static void main(String[] args) {
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[3]));
        HeadlessConsole console = new HeadlessConsole(new ConnectionProfile(URI.create(args[0]).getHost(), URI.create(args[0]), ProfileKind.SANDBOX), new ApiKey(args[1]),
                ConfigFolder.under(Path.of(args[2])), Clock.systemUTC());
        console.await(() -> console.fleet().connection().freshness().isLive(), PATIENCE);
        System.out.println("ready");
        System.out.flush();
        for (int n = 0; ; n++) {
            ask(console, random, args[3] + "-" + n);
        }
    }

    private static void ask(HeadlessConsole console, SplittableRandom random, String mark) {
        CompletableFuture<Result> answered = new CompletableFuture<>();
        boolean sent = console.run(() -> {
            List<Engine> engines = new ArrayList<>(console.fleet().fleet().all().stream().map(entry -> entry.engine()).toList());
            Operation operation = operation(engines.get(random.nextInt(engines.size())), random, mark);
            if (console.desk().whyNot(operation).isPresent()) {
                return false;
            }
            console.confirmation().next(request -> request.send(request.planProperty().get(), "because of " + mark, answered::complete));
            console.desk().request(operation);
            return true;
        });
        if (sent) {
            console.await(answered::isDone, PATIENCE);
        }
    }

    /** Mostly what can be asked for again and again. */
    private static Operation operation(Engine engine, SplittableRandom random, String mark) {
        return switch (random.nextInt(12)) {
            case 0 -> new DrainEngine(engine.id());
            case 1 -> new UpdateEngine(engine.id());
            case 2, 3 -> engine.instance().isPresent() && engine.is(EngineStatus.RUNNING) ? new ExtendEngine(engine.id(), new java.math.BigDecimal("0.25")) : new RenameEngine(engine.id(), "named-" + mark);
            default -> new RenameEngine(engine.id(), "named-" + mark);
        };
    }
}
