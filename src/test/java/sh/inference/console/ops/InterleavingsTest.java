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

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalEntry.Kind;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.ops.drain.DrainEngine;
import sh.inference.console.ops.extend.ExtendEngine;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.restart.RestartEngine;
import sh.inference.console.ops.stop.StopEngine;
import sh.inference.console.ops.update.UpdateEngine;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.Freshness;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.RandomOrder;
import sh.inference.console.testing.Situations;

/**
 * Operator, stream, service and faults in any order: never two writes for one confirmation, never done without an observed
 * state, never an extension sent twice.
 */
class InterleavingsTest {
    private static final int RUNS = 12;
    private static final int STEPS = 150;
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyOrderKeepsThePromises(long seed) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            new Run(folder.resolve(seed + "-" + run), seed * 1000 + run).play();
        }
    }

    /** One console's life. */
    private static final class Run {
        private final SplittableRandom random;
        private final RandomOrder order;
        private final DeskRig rig;
        private final List<ConfirmationRequest> open = new ArrayList<>();
        private final Map<ConfirmationRequest, Integer> accepted = new HashMap<>();
        /** Statuses each engine really had since it was last written to. */
        private final Map<String, Set<EngineStatus>> had = new HashMap<>();
        private int results;

        Run(Path folder, long seed) {
            random = new SplittableRandom(seed);
            order = new RandomOrder(random);
            rig = new DeskRig(folder, ProfileKind.DEVELOPMENT, order.background(), order.ui());
            rig.with(Engines.running("a").cents(210).endsIn(Duration.ofHours(4)).busy(1).idle(1)).with(Engines.running("b").idle(2))
                    .with(Apps.named("flux").versions(4).current(2));
            for (int i = 0; i < STEPS; i++) {
                rig.operator.then(open::add);
            }
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
            assertThat(rig.service.writes.size()).as("one write an answer").isLessThanOrEqualTo(results);
        }

        private void act() {
            String id = random.nextBoolean() ? "id-a" : "id-b";
            switch (random.nextInt(12)) {
                case 0, 1 -> rig.desk.request(operation(id));
                case 2, 3, 4 -> answer();
                case 5 -> fault();
                case 6, 7 -> move(id);
                case 8 -> rig.see(id);
                case 9 -> rig.fleet.setConnection(Situations.connection(random.nextInt(3) == 0 ? new Freshness.CatchingUp() : new Freshness.Live()));
                case 10 -> rig.tick(Duration.ofSeconds(random.nextInt(90)));
                default -> rig.service.apps.get("app-flux").current(1 + random.nextInt(4));
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
            int times = 1 + random.nextInt(3);
            for (int i = 0; i < times; i++) {
                request.send(shown, "", result -> {
                    results++;
                    if (result.isSettled()) {
                        accepted.merge(request, 1, Integer::sum);
                    }
                });
            }
        }

        private void fault() {
            ApiFailure how = switch (random.nextInt(4)) {
                case 0 -> new ApiFailure.Unreachable(ApiFailure.Cause.RESET, true, "");
                case 1 -> new ApiFailure.ServerFault(500, "");
                case 2 -> new ApiFailure.Conflict("conflict", "");
                default -> new ApiFailure.Unreachable(ApiFailure.Cause.REFUSED, false, "");
            };
            boolean uncertain = how instanceof ApiFailure.ServerFault || how instanceof ApiFailure.Unreachable gone && gone.sent();
            if (uncertain && random.nextBoolean()) {
                rig.service.loseNextAnswer(how);
            } else {
                rig.service.refuseNext(how);
            }
        }

        private void move(String id) {
            EngineStatus status = EngineStatus.values()[random.nextInt(EngineStatus.values().length)];
            if (rig.service.engines.containsKey(id)) {
                rig.service.status(id, status);
                had.computeIfAbsent(id, key -> new HashSet<>()).add(status);
                if (random.nextBoolean()) {
                    rig.see(id);
                }
            }
        }

        private void check() {
            accepted.forEach((request, times) -> assertThat(times).as("one confirmation").isEqualTo(1));
            for (OperationRecord record : rig.log.records()) {
                if (record.state() == OperationState.DONE) {
                    assertThat(record.reached(OperationState.OBSERVED)).as("%s", record.plan().title()).isPresent();
                    really(record);
                }
            }
            long unanswered = rig.desk.situation().inFlight().stream().filter(one -> !one.answered()).map(InFlight::targetId).distinct().count();
            assertThat(rig.desk.situation().inFlight().stream().filter(one -> !one.answered()).count()).as("one write a target").isEqualTo(unanswered);
        }

        private void checkJournal() {
            List<JournalEntry> intents = rig.written().stream().filter(entry -> entry.kind() == Kind.INTENT).toList();
            assertThat(rig.service.writes.size()).as("nothing is sent that was not written first").isLessThanOrEqualTo(intents.size());
            assertThat(intents.stream().map(JournalEntry::operation).distinct().count()).as("one intent an operation").isEqualTo(intents.size());
            long extensions = rig.service.writes.stream().filter(write -> write.startsWith("extend")).count();
            assertThat(extensions).isLessThanOrEqualTo(intents.stream().filter(entry -> entry.verb().equals("EXTEND")).count());
        }

        /** What is called done was really so at some time. */
        private void really(OperationRecord record) {
            Set<EngineStatus> seen = had.getOrDefault(record.plan().target().id(), Set.of());
            Optional<EngineStatus> needed = switch (record.plan().verb()) {
                case DRAIN -> seen.contains(EngineStatus.STOPPED) ? Optional.of(EngineStatus.STOPPED) : Optional.of(EngineStatus.DISCONNECTED);
                case STOP -> Optional.of(EngineStatus.STOPPED);
                case RESTART -> Optional.of(EngineStatus.RUNNING);
                default -> Optional.empty();
            };
            needed.ifPresent(status -> assertThat(seen).as("%s", record.plan().title()).contains(status));
        }
    }
}
