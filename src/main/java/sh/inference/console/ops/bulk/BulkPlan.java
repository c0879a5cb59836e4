package sh.inference.console.ops.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sh.inference.console.model.Text;
import sh.inference.console.ops.JointLoss;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.OperationPlan;
import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Situation;
import sh.inference.console.ops.Target;
import sh.inference.console.ops.Verb;
import sh.inference.console.state.EngineEntry;

/**
 * What a verb on several engines would do now. A pure function of a {@link Situation}.
 *
 * @param members  who takes part, in the order of their turns
 * @param skipped  who does not, and why
 * @param tasks    tasks in flight on the members
 * @param loss     what the fleet loses when all of them have taken their turn
 * @param stranded names of apps that no running engine could run then
 * @param readAt   when the oldest of the data was heard
 */
public record BulkPlan(Verb verb, List<Member> members, List<Skipped> skipped, int tasks, PlanSection loss, Set<String> stranded, boolean reasonRequired,
                       Instant readAt) {
    public BulkPlan {
        members = List.copyOf(members);
        skipped = List.copyOf(skipped);
        stranded = Set.copyOf(stranded);
    }

    /** An engine that takes part, with the plan that was read and the tasks in flight then. */
    public record Member(Operation operation, OperationPlan plan, int tasks) {
        public Target target() {
            return plan.target();
        }
    }

    /** An engine that does not take part. */
    public record Skipped(Target target, Text why) {
    }

    public static BulkPlan of(Bulk bulk, Situation situation) {
        List<Member> members = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        List<EngineEntry> going = new ArrayList<>();
        Instant oldest = situation.now();
        int tasks = 0;
        for (String id : bulk.ids()) {
            Operation operation = bulk.on(id);
            OperationPlan plan = operation.plan(situation);
            Optional<Text> why = plan.blockedBy();
            if (why.isPresent()) {
                skipped.add(new Skipped(plan.target(), why.get()));
                continue;
            }
            EngineEntry entry = situation.engine(id).orElseThrow();
            int running = entry.engine().workersWithTasks().size();
            members.add(new Member(operation, plan, running));
            going.add(entry);
            tasks += running;
            oldest = entry.seenAt().isBefore(oldest) ? entry.seenAt() : oldest;
        }
        JointLoss loss = new JointLoss(going, situation);
        return new BulkPlan(bulk.verb(), members, skipped, tasks, loss.section(), loss.strandedApps(), situation.strict(), oldest);
    }

    public int asked() {
        return members.size() + skipped.size();
    }

    /** "Drain 7 of 9". */
    public Text title() {
        return Text.of("bulk.title", Text.of("verb." + verb.key()), members.size(), asked());
    }

    /** The words on the button: "Drain 7". */
    public Text confirm() {
        return Text.of("bulk.confirm", Text.of("verb." + verb.key()), members.size());
    }

    /** What must be typed: "drain 7". The same in every language, like the names of engines. */
    public String phrase() {
        return verb.key() + " " + members.size();
    }

    public Text consequence() {
        return Text.of("bulk." + verb.key() + ".consequence", members.size(), tasks);
    }

    /** The reasons why engines are left out, with how many each leaves out; the commonest wording first met comes first. */
    public Map<Text, List<Skipped>> skippedByReason() {
        Map<Text, List<Skipped>> byReason = new LinkedHashMap<>();
        skipped.forEach(one -> byReason.computeIfAbsent(one.why(), any -> new ArrayList<>()).add(one));
        return byReason;
    }

    /** Whether somebody who read this plan has also read the other: the same engines take part, and no app is stranded that was not named. */
    public boolean covers(BulkPlan now) {
        return ids().equals(now.ids()) && stranded.containsAll(now.stranded());
    }

    private List<String> ids() {
        return members.stream().map(member -> member.target().id()).toList();
    }
}
