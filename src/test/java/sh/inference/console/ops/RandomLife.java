package sh.inference.console.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalEntry.Kind;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.bulk.Bulk;
import sh.inference.console.ops.bulk.BulkDesk;
import sh.inference.console.ops.bulk.BulkRequest;
import sh.inference.console.ops.bulk.BulkRule;
import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.takeup.TakeUp;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ObedientService;
import sh.inference.console.testing.RandomOrder;
import sh.inference.console.testing.Situations;

/** One operator's day at random, over several consoles on one journal, checked after every step. */
final class RandomLife {
    private static final int STEPS = 150;
    private static final List<String> ENGINES = List.of("id-a", "id-b", "id-c");
    private final Path folder;
    private final SplittableRandom random;
    private final ObedientService service = new ObedientService();
    private final List<ConfirmationRequest> open = new ArrayList<>();
    private final List<BulkRequest> bulks = new ArrayList<>();
    /** What the operator said yes to, each time it was asked. */
    private final List<Verb> confirmed = new ArrayList<>();
    private final Map<ConfirmationRequest, Integer> settled = new HashMap<>();
    private final List<Truth> truths = new ArrayList<>();
    private final Map<String, Integer> lastWrite = new HashMap<>();
    private final Map<String, Integer> sentAt = new HashMap<>();
    private final Set<String> verified = new HashSet<>();
    private RandomOrder order;
    private DeskRig rig;
    private BulkDesk bulk;
    private int consoles;
    private int runs;

    /** What was really so at a moment: the status of an engine, or the current version of an app. */
    private record Truth(int at, String target, String value) {
    }

    RandomLife(Path folder, long seed) throws IOException {
        this.folder = folder;
        random = new SplittableRandom(seed);
        service.onWrite = () -> lastWrite.put(service.writes.getLast(), truths.size());
        console();
        rig.with(Engines.running("a").cents(210).endsIn(Duration.ofHours(4)).busy(1).idle(1)).with(Engines.running("b").idle(2)).with(Engines.running("c").cloud().idle(1))
                .with(Apps.named("flux").versions(4).current(2));
    }

    int writes() {
        return service.writes.size();
    }

    int done() {
        return verified.size();
    }

    void play() throws IOException {
        for (int i = 0; i < STEPS; i++) {
            act();
            while (random.nextInt(3) > 0 && order.step()) {
                check();
            }
            if (i % 10 == 0) {
                checkJournal();
            }
        }
        order.finish();
        check();
        checkJournal();
        if (consoles == 1) {
            assertThat(service.writes).as("what was written down was sent").hasSize((int) rig.written().stream().filter(entry -> entry.kind() == Kind.INTENT).count());
        }
    }

    /** A console begins; what the one before had still to do is never done. */
    private void console() throws IOException {
        consoles++;
        order = new RandomOrder(random);
        rig = new DeskRig(folder, ProfileKind.DEVELOPMENT, order.background(), order.ui(), service, "c" + consoles + "-");
        open.clear();
        bulks.clear();
        for (int i = 0; i < STEPS; i++) {
            rig.operator.then(open::add);
        }
        bulk = new BulkDesk(rig.desk, bulks::add, rig.log, rig.journal, new TaskRunner(order.background(), order.ui()), rig.clock, () -> "run-" + ++runs);
        service.engines.keySet().forEach(rig::see);
        service.apps.values().forEach(app -> rig.with(app));
        JournalReading reading = rig.journal.read();
        TakeUp.all(reading, Situations.profile(ProfileKind.DEVELOPMENT), rig.desk, rig.clock.instant());
        bulk.takeUp(reading, line -> TakeUp.concerns(line, Situations.profile(ProfileKind.DEVELOPMENT), rig.clock.instant()));
    }

    private void act() throws IOException {
        String id = ENGINES.get(random.nextInt(ENGINES.size()));
        switch (random.nextInt(16)) {
            case 0, 1 -> rig.desk.request(operation(id));
            case 2, 3, 4 -> answer();
            case 5 -> fault();
            case 6, 7 -> move(id);
            case 8 -> rig.see(id);
            case 9 -> rig.fleet.setConnection(Situations.connection(random.nextInt(3) == 0 ? new Freshness.CatchingUp() : new Freshness.Live()));
            case 10 -> rig.tick(Duration.ofSeconds(random.nextInt(90)));
            case 11 -> current(1 + random.nextInt(4));
            case 12 -> meddle();
            case 13 -> bulk.request(new Bulk(random.nextBoolean() ? Verb.DRAIN : Verb.RESTART, ENGINES));
            case 14 -> several();
            default -> {
                if (random.nextInt(8) == 0) {
                    console();
                }
            }
        }
    }

    private Operation operation(String id) {
        return switch (random.nextInt(6)) {
            case 0 -> new DrainEngine(id);
            case 1 -> new UpdateEngine(id);
            case 2 -> new StopEngine(id);
            case 3 -> new RestartEngine(id);
            case 4 -> new PromoteVersion("app-flux", "flux-v" + (1 + random.nextInt(4)));
            default -> new ExtendEngine(id, BigDecimal.valueOf(1 + random.nextInt(3)));
        };
    }

    /** Cancels, or says yes once, twice or three times; a restart may be told to wait. */
    private void answer() {
        if (open.isEmpty()) {
            return;
        }
        ConfirmationRequest request = open.get(random.nextInt(open.size()));
        if (random.nextInt(8) == 0) {
            request.cancel();
            return;
        }
        OperationPlan shown = request.planProperty().get();
        confirmed.add(request.operation().verb());
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            if (request.operation().verb() == Verb.RESTART && random.nextBoolean()) {
                request.arm(shown, "", result -> count(request, result));
            } else {
                request.send(shown, "", result -> count(request, result));
            }
        }
    }

    private void count(ConfirmationRequest request, ConfirmationRequest.Result result) {
        if (result.isSettled()) {
            settled.merge(request, 1, Integer::sum);
        }
    }

    /** Gives up, looks again, or calls a wait off. */
    private void meddle() {
        rig.log.records().stream().skip(random.nextInt(3)).findFirst().ifPresent(record -> {
            switch (random.nextInt(3)) {
                case 0 -> rig.desk.giveUp(record.id());
                case 1 -> rig.desk.lookAgain(record.id());
                default -> rig.desk.disarm(record.id());
            }
        });
    }

    private void several() {
        if (!bulks.isEmpty() && random.nextBoolean()) {
            BulkRequest request = bulks.get(random.nextInt(bulks.size()));
            request.send(request.planProperty().get(), new BulkRule(1 + random.nextInt(2), random.nextBoolean()), "", outcome -> { });
            request.send(request.planProperty().get(), BulkRule.CAREFUL, "", outcome -> { });
        } else if (!bulk.runs().isEmpty()) {
            BulkRun run = bulk.runs().get(random.nextInt(bulk.runs().size()));
            switch (random.nextInt(4)) {
                case 0 -> run.pause();
                case 1 -> run.cancelRest();
                default -> run.resume();
            }
        }
    }

    private void fault() {
        ApiFailure how = switch (random.nextInt(5)) {
            case 0 -> new ApiFailure.Unreachable(ApiFailure.Cause.RESET, true, "");
            case 1 -> new ApiFailure.ServerFault(500, "");
            case 2 -> new ApiFailure.Conflict("conflict", "");
            case 3 -> new ApiFailure.Malformed(200, "<html>");
            default -> new ApiFailure.Unreachable(ApiFailure.Cause.REFUSED, false, "");
        };
        boolean uncertain = !(how instanceof ApiFailure.Conflict) && !(how instanceof ApiFailure.Unreachable gone && !gone.sent());
        if (uncertain && random.nextBoolean()) {
            service.loseNextAnswer(how);
        } else {
            service.refuseNext(how);
        }
    }

    private void move(String id) {
        EngineStatus status = EngineStatus.values()[random.nextInt(EngineStatus.values().length)];
        service.status(id, status);
        truths.add(new Truth(truths.size(), id, status.name()));
        if (random.nextBoolean()) {
            rig.see(id);
        }
    }

    private void current(int version) {
        service.apps.get("app-flux").current(version);
        truths.add(new Truth(truths.size(), "app-flux", "flux-v" + version));
    }

    private void check() {
        settled.forEach((request, times) -> assertThat(times).as("one confirmation").isEqualTo(1));
        for (OperationRecord record : rig.log.records()) {
            if (record.state().isUnderway() || record.state().isEnded()) {
                sentAt.putIfAbsent(record.id(), Math.min(lastWrite.getOrDefault(label(record), Integer.MAX_VALUE), truths.size()));
            }
            if (record.state() == OperationState.DONE && verified.add(record.id())) {
                assertThat(record.reached(OperationState.OBSERVED)).as("%s", record.plan().title()).isPresent();
                really(record);
            }
        }
        List<InFlight> unanswered = rig.desk.situation().inFlight().stream().filter(one -> !one.answered()).toList();
        assertThat(unanswered.stream().map(InFlight::targetId).distinct().count()).as("one write a target").isEqualTo(unanswered.size());
    }

    private void checkJournal() {
        List<JournalEntry> intents = rig.written().stream().filter(entry -> entry.kind() == Kind.INTENT).toList();
        assertThat(intents.stream().map(JournalEntry::operation).distinct().count()).as("one intent an operation").isEqualTo(intents.size());
        Map<String, Long> written = intents.stream().collect(Collectors.groupingBy(RandomLife::label, Collectors.counting()));
        Map<String, Long> sent = service.writes.stream().collect(Collectors.groupingBy(write -> write, Collectors.counting()));
        sent.forEach((write, times) -> assertThat(times).as("%s is not sent more often than it was written down", write).isLessThanOrEqualTo(written.getOrDefault(write, 0L)));
        List<JournalEntry> alone = intents.stream().filter(entry -> !entry.operation().contains("/")).toList();
        assertThat(alone.size()).as("one intent a confirmation").isLessThanOrEqualTo(confirmed.size());
        assertThat(intents.stream().filter(entry -> entry.operation().contains("/")).map(entry -> entry.operation().substring(0, entry.operation().indexOf('/')) + entry.target())
                .distinct().count()).as("one intent an engine of a run").isEqualTo(intents.size() - alone.size());
        long extensions = confirmed.stream().filter(verb -> verb == Verb.EXTEND).count();
        assertThat(service.writes.stream().filter(write -> write.startsWith("extend")).count()).as("extensions").isLessThanOrEqualTo(extensions);
    }

    /** What is called done was really so, after it was sent. */
    private void really(OperationRecord record) {
        String target = record.plan().target().id();
        Set<String> needed = switch (record.plan().verb()) {
            case DRAIN -> Set.of(EngineStatus.STOPPED.name(), EngineStatus.DISCONNECTED.name());
            case STOP -> Set.of(EngineStatus.STOPPED.name());
            case RESTART -> Set.of(EngineStatus.RUNNING.name());
            default -> Set.of();
        };
        int from = sentAt.get(record.id());
        if (!needed.isEmpty()) {
            assertThat(truths.stream().filter(truth -> truth.at() >= from && truth.target().equals(target) && needed.contains(truth.value())).findFirst())
                    .as("%s, sent at %s", record.plan().title(), from).isPresent();
        }
        if (record.plan().verb() == Verb.PROMOTE) {
            assertThat(service.writes).as("%s", record.plan().title()).contains(label(record));
        }
    }

    private static String label(OperationRecord record) {
        return label(record.plan().verb(), record.plan().target().id(), record.plan().call().path());
    }

    private static String label(JournalEntry intent) {
        return label(Verb.valueOf(intent.verb()), intent.target(), Optional.of(intent.call().orElseThrow().path()).get());
    }

    /** As the service notes a write. */
    private static String label(Verb verb, String target, String path) {
        return verb == Verb.PROMOTE ? "current " + path.replaceAll(".*/versions/([^/]+)/current", "$1") + " " + target : verb.key() + " " + target;
    }
}
