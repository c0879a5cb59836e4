package sh.inference.console.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.model.App;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Text;
import sh.inference.console.model.Wire;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.Fleet;

/** The facts that the end of an operation is told by, as they were when it was sent: written into the journal, and read back from it. Pure. */
final class Beginning {
    private static final String ENGINE = "journal.before.engine";
    private static final String ENGINE_ENDS = "journal.before.engine.ends";
    private static final String APP = "journal.before.app";

    private Beginning() {
    }

    /** As a line of the plan in the journal; empty where nothing was known. */
    static Optional<Text> write(Target target, Situation before) {
        if (target.kind() == Target.Kind.APP) {
            return before.apps().find(target.id()).map(app -> Text.of(APP, app.versionId()));
        }
        return before.engine(target.id()).map(EngineEntry::engine).map(engine -> engine.endsAt()
                .map(end -> Text.of(ENGINE_ENDS, engine.status().raw(), engine.version(), end)).orElse(Text.of(ENGINE, engine.status().raw(), engine.version())));
    }

    /** The situation then, as far as it matters: what is known now, with those facts put back. Empty when they were not written down. */
    static Optional<Situation> read(JournalEntry intent, Situation now) {
        return intent.plan().stream().filter(line -> line.key().startsWith("journal.before.")).findFirst().flatMap(line -> switch (line.key()) {
            case APP -> now.apps().find(intent.target()).map(app -> now.with(withVersion(app, text(line, 0))).at(intent.at()));
            // An engine that is gone meanwhile has nothing left to put back.
            default -> Optional.of(now.engine(intent.target()).map(entry -> {
                Engine then = engine(entry.engine(), line);
                return now.with(new Fleet(Map.of(then.id(), new EngineEntry(then, Feed.POLL, intent.at(), intent.at(), Map.of(), Optional.empty(), false)))).at(intent.at());
            }).orElseGet(() -> now.at(intent.at())));
        });
    }

    private static Engine engine(Engine now, Text line) {
        Optional<Instant> end = line.args().size() > 2 && line.args().get(2) instanceof Instant at ? Optional.of(at) : Optional.empty();
        Optional<Instance> instance = now.instance().map(i -> new Instance(i.id(), i.cloud(), i.name(), i.region(), i.ip(), i.type(), i.status(), i.hourlyPrice(),
                i.costSoFar(), end, i.spendCap(), i.hardware()));
        return new Engine(now.id(), now.shortId(), now.name(), Wire.read(EngineStatus.class, text(line, 0)), text(line, 1), now.system(), instance, Optional.of(List.of()),
                now.visibility(), now.createdAt(), Optional.empty(), Optional.empty());
    }

    private static App withVersion(App app, String versionId) {
        return new App(app.id(), app.shortId(), app.namespace(), app.name(), app.title(), app.description(), app.category(), app.visibility(), app.status(), app.statusMessage(),
                app.statusChangedAt(), versionId, Optional.empty(), app.createdAt(), app.updatedAt());
    }

    private static String text(Text line, int n) {
        return String.valueOf(line.args().get(n));
    }
}
