package sh.inference.console.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.state.EngineEntry;

/** A plan in the making. The rules that hold for every verb stand here: title, button, reason, levels that only rise. */
public final class PlanDraft {
    private final Verb verb;
    private final Target target;
    private final ApiCall call;
    private final Situation situation;
    private final List<PlanSection> sections = new ArrayList<>();
    private final List<Precondition> checks = new ArrayList<>();
    private final List<Object> basis = new ArrayList<>();
    private Instant readAt;
    private Text title;
    private Text confirm;
    private Text consequence;
    private Level level = Level.L1;
    private boolean destructive;

    private PlanDraft(Verb verb, Target target, ApiCall call, Situation situation, Instant readAt) {
        this.verb = verb;
        this.target = target;
        this.call = call;
        this.situation = situation;
        this.readAt = readAt;
        this.title = Text.of("verb." + verb.key() + ".title", target.name());
        this.confirm = title;
        this.consequence = Text.of("why.gone");
    }

    /** A plan for an engine, with the checks that every verb on an engine needs. */
    public static PlanDraft engine(Verb verb, String id, ApiCall call, Situation situation) {
        return engine(verb, id, situation.engine(id).map(known -> known.engine().name()).filter(known -> !known.isBlank()).orElse(id), call, situation);
    }

    /** The same for a verb on something of an engine that has a name of its own. */
    public static PlanDraft engine(Verb verb, String id, String name, ApiCall call, Situation situation) {
        Optional<EngineEntry> entry = situation.engine(id);
        PlanDraft draft = new PlanDraft(verb, new Target(Target.Kind.ENGINE, id, name), call, situation,
                entry.map(EngineEntry::seenAt).orElse(situation.now()));
        Optional<Text> why = Availability.engine(verb, situation, id);
        why.ifPresent(text -> draft.check(new Precondition(Precondition.Verdict.BLOCK, text)));
        entry.filter(known -> why.isEmpty()).ifPresent(known -> draft.check(Precondition.pass("check.seen", status(known.engine()),
                since(known.seenAt(), situation.now()))).check(Precondition.pass("check.alone")));
        return draft;
    }

    /** A plan for an app, with the checks that every verb on an app needs. */
    public static PlanDraft app(Verb verb, Target target, ApiCall call, Situation situation) {
        PlanDraft draft = new PlanDraft(verb, target, call, situation, situation.now());
        Availability.app(verb, situation, target.id()).ifPresentOrElse(
                why -> draft.check(new Precondition(Precondition.Verdict.BLOCK, why)),
                () -> draft.check(Precondition.pass("check.alone")));
        return draft;
    }

    /** The status of an engine in a word; one that is not known as it came. */
    public static Text status(Engine engine) {
        return engine.is(EngineStatus.UNKNOWN) ? Text.of("status.raw", engine.status().raw())
                : Text.of("status.engine." + engine.status().value().name().toLowerCase(Locale.ROOT));
    }

    /** The time from one moment to another, never negative. */
    public static Duration since(Instant from, Instant to) {
        return from.isAfter(to) ? Duration.ZERO : Duration.between(from, to);
    }

    public PlanDraft consequence(String key, Object... args) {
        consequence = Text.of(key, args);
        return this;
    }

    public PlanDraft confirm(Text words) {
        confirm = words;
        return this;
    }

    public PlanDraft section(PlanSection section) {
        sections.add(section);
        return this;
    }

    public PlanDraft check(Precondition check) {
        checks.add(check);
        return this;
    }

    /** Asks at least this strictly. */
    public PlanDraft atLeast(Level other) {
        level = level.atLeast(other);
        return this;
    }

    public PlanDraft destructive(boolean red) {
        destructive = red;
        return this;
    }

    /** A fact that must not change between reading and sending. */
    public PlanDraft restsOn(Object fact) {
        basis.add(fact);
        return this;
    }

    /** A reason is asked for everywhere and must be given in production, and where the operator wants it as strict. */
    public OperationPlan build() {
        return new OperationPlan(verb, target, title, consequence, sections, checks, level, confirm, destructive,
                situation.strict(), call, basis, readAt);
    }
}
