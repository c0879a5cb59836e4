package sh.inference.console.ops.extend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Instance;
import sh.inference.console.model.InstanceStatus;
import sh.inference.console.model.Money;
import sh.inference.console.model.Text;
import sh.inference.console.ops.EngineCall;
import sh.inference.console.ops.Level;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanDraft;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.PlanSection.Mark;
import sh.inference.console.ops.PlanSection.Row;
import sh.inference.console.ops.Precondition;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.EngineEntry;

/** The sums of an extension: what it costs, until when, and what speaks against it. */
final class ExtendPlan {
    private static final BigDecimal LONGEST_PROVISION = BigDecimal.valueOf(720);
    private final BigDecimal hours;
    private final Situation situation;
    private final PlanDraft draft;
    private final Optional<Engine> engine;

    ExtendPlan(ExtendEngine operation, Situation situation) {
        this.hours = operation.hours();
        this.situation = situation;
        this.engine = situation.engine(operation.targetId()).map(EngineEntry::engine);
        String body = "{\"additional_hours\":" + (Hours.whyNot(hours).isPresent() ? hours.toString() : Hours.words(hours)) + "}";
        this.draft = PlanDraft.engine(Verb.EXTEND, operation.targetId(), EngineCall.post(operation.targetId(), "extend", body), situation);
    }

    OperationPlan plan() {
        draft.consequence("extend.consequence");
        engine.flatMap(Engine::instance).ifPresent(this::describe);
        return draft.build();
    }

    private void describe(Instance instance) {
        Optional<Text> badHours = Hours.whyNot(hours);
        badHours.ifPresent(why -> draft.check(new Precondition(Precondition.Verdict.BLOCK, why)));
        checkInstance(instance);
        Optional<Money> cost = badHours.isPresent() ? Optional.empty() : cost(instance);
        Optional<Instant> after = badHours.isPresent() ? Optional.empty() : instance.endsAt().map(end -> end.plus(Hours.duration(hours)));
        draft.restsOn(instance.endsAt()).restsOn(instance.hourlyPrice()).section(times(instance, after, cost));
        cost.ifPresent(amount -> price(instance, amount));
        checkBalance(cost);
        checkCap(instance, after);
        if (badHours.isEmpty() && hours.compareTo(LONGEST_PROVISION) > 0) {
            draft.check(Precondition.warn("extend.check.long", LONGEST_PROVISION));
        }
        draft.check(Precondition.pass("extend.check.once"));
        level(cost);
    }

    private void checkInstance(Instance instance) {
        if (!instance.status().is(InstanceStatus.ACTIVE)) {
            draft.check(Precondition.block("extend.check.instance", instance.status().raw()));
        } else if (instance.endsAt().isEmpty()) {
            draft.check(Precondition.block("extend.check.no-deadline"));
        } else if (!instance.endsAt().get().isAfter(situation.now())) {
            draft.check(Precondition.block("extend.check.passed", Text.local(instance.endsAt().get())));
        } else if (instance.hourlyPrice().filter(Money::isPositive).isEmpty()) {
            draft.check(Precondition.block("extend.check.no-price"));
        } else {
            draft.check(Precondition.pass("extend.check.active"));
        }
        if (engine.orElseThrow().is(EngineStatus.STOPPED)) {
            draft.check(Precondition.warn("extend.check.stopped"));
        }
    }

    private Optional<Money> cost(Instance instance) {
        try {
            return instance.hourlyPrice().filter(Money::isPositive).map(price -> price.times(hours));
        } catch (ArithmeticException tooLarge) {
            draft.check(Precondition.block("extend.check.no-sum"));
            return Optional.empty();
        }
    }

    private PlanSection times(Instance instance, Optional<Instant> after, Optional<Money> cost) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("extend.ends.local", instance.endsAt().map(Text::local), after.map(Text::local)));
        rows.add(row("extend.ends.utc", instance.endsAt().map(Text::utc), after.map(Text::utc)));
        rows.add(row("extend.left", instance.endsAt().map(this::left), after.map(this::left)));
        rows.add(row("extend.balance", situation.balance().map(ExtendPlan::money), cost.flatMap(this::balanceAfter).map(ExtendPlan::money)));
        return new PlanSection(Text.of("extend.now-after"), Text.of(situation.balance().isPresent() ? "plan.nothing" : "extend.balance.unknown"), rows);
    }

    private void price(Instance instance, Money cost) {
        Text sum = Text.of("extend.sum", Hours.words(hours), instance.hourlyPrice().orElseThrow());
        draft.section(new PlanSection(Text.of("extend.cost"), Text.of("extend.fee"), List.of(new Row(Mark.NONE, List.of(sum, money(cost))))))
                .confirm(Text.of("extend.confirm", Hours.words(hours), cost));
    }

    private void checkBalance(Optional<Money> cost) {
        if (situation.balance().isEmpty() || cost.isEmpty()) {
            return;
        }
        if (situation.balance().get().compareTo(cost.get()) < 0) {
            draft.check(Precondition.block("extend.check.balance", situation.balance().get(), cost.get()));
        } else {
            draft.check(Precondition.pass("extend.check.paid"));
        }
    }

    /** The machine also ends when its spend reaches the cap, which extending does not raise (contract 7.2). */
    private void checkCap(Instance instance, Optional<Instant> after) {
        if (instance.spendCap().isEmpty() || instance.hourlyPrice().filter(Money::isPositive).isEmpty()) {
            return;
        }
        Money cap = instance.spendCap().get();
        if (instance.costSoFar().isEmpty()) {
            draft.check(Precondition.warn("extend.check.cap.unknown", cap));
            return;
        }
        Money spent = instance.costSoFar().get();
        BigDecimal hoursLeft = cap.minus(spent).dollars().max(BigDecimal.ZERO).divide(instance.hourlyPrice().get().dollars(), 1, RoundingMode.DOWN);
        boolean enough = after.isPresent() && hours(Duration.between(situation.now(), after.get())).compareTo(hoursLeft) <= 0;
        draft.check(new Precondition(enough ? Precondition.Verdict.PASS : Precondition.Verdict.WARN,
                Text.of(enough ? "extend.check.cap" : "extend.check.cap.near", cap, spent, hoursLeft.setScale(0, RoundingMode.DOWN))));
    }

    private void level(Optional<Money> cost) {
        boolean dear = cost.filter(amount -> amount.compareTo(situation.limits().amount()) > 0).isPresent() || hours.compareTo(situation.limits().hours()) > 0;
        draft.atLeast(dear || situation.strict() ? Level.L2 : Level.L1);
    }

    private Optional<Money> balanceAfter(Money cost) {
        return situation.balance().map(balance -> balance.minus(cost));
    }

    private Text left(Instant end) {
        return end.isAfter(situation.now()) ? Text.of("plan.duration", Duration.between(situation.now(), end)) : Text.of("extend.over");
    }

    private static Row row(String head, Optional<Text> now, Optional<Text> after) {
        return new Row(Mark.NONE, List.of(Text.of(head), now.orElse(Text.of("plan.unknown")), after.orElse(Text.of("plan.unknown"))));
    }

    private static Text money(Money amount) {
        return Text.of("plan.money", amount);
    }

    private static BigDecimal hours(Duration duration) {
        return BigDecimal.valueOf(duration.toMinutes()).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }
}
