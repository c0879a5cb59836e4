package sh.inference.console.ops.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.ops.takeup.TakeUp;
import sh.inference.console.testing.DeskRig;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.Plans;
import sh.inference.console.testing.Situations;
import sh.inference.console.profile.ProfileKind;

/** A console that ended in the middle of a verb on several engines, and the next one on the same journal. */
class BulkTakeUpTest {
    private static final List<String> IDS = List.of("id-e1", "id-e2", "id-e3", "id-e4", "id-e5");
    @TempDir
    private Path folder;

    /** One console. */
    private final class Console {
        private final DeskRig rig = new DeskRig(folder);
        private final BulkDesk bulk;
        private final List<BulkRequest> asked = new ArrayList<>();

        Console(String runs) {
            IntStream.rangeClosed(1, 5).forEach(n -> rig.with(Engines.running("e" + n).busy(1)));
            rig.with(Engines.in("e5", EngineStatus.DRAINING).busy(1));
            bulk = new BulkDesk(rig.desk, asked::add, rig.log, rig.journal, new TaskRunner(Runnable::run, Runnable::run), rig.clock, () -> runs);
        }

        BulkRun drainAll(BulkRule rule) {
            bulk.request(new Bulk(Verb.DRAIN, IDS));
            confirm(rule);
            return bulk.runs().getFirst();
        }

        List<BulkRequest.Outcome> confirm(BulkRule rule) {
            List<BulkRequest.Outcome> outcomes = new ArrayList<>();
            asked.getLast().send(asked.getLast().planProperty().get(), rule, "rack move", outcomes::add);
            return outcomes;
        }

        void takeUp() throws IOException {
            JournalReading reading = rig.journal.read();
            TakeUp.all(reading, Situations.profile(ProfileKind.DEVELOPMENT), rig.desk, rig.clock.instant());
            bulk.takeUp(reading, line -> TakeUp.concerns(line, Situations.profile(ProfileKind.DEVELOPMENT), rig.clock.instant()));
        }

        BulkRun run() {
            return bulk.runs().getFirst();
        }

        List<BulkItem.State> states() {
            return run().items().stream().map(BulkItem::state).toList();
        }
    }

    @Test
    void whoTakesPartIsWrittenBeforeTheFirstRequestLeaves() {
        Console console = new Console("r");
        List<List<JournalEntry.Kind>> before = new ArrayList<>();
        console.rig.service.onWrite = () -> before.add(console.rig.written().stream().map(JournalEntry::kind).toList());
        console.drainAll(BulkRule.CAREFUL);
        assertThat(before.getFirst()).startsWith(JournalEntry.Kind.RUN, JournalEntry.Kind.INTENT);
        JournalEntry first = console.rig.written().getFirst();
        assertThat(first.plan()).contains(Text.of("journal.run.member", "e1", "id-e1"), Text.of("journal.run.skipped", "e5", "id-e5", Text.of("why.already.draining")));
        assertThat(first.plan()).allMatch(Plans::hasWords);
        assertThat(console.rig.written().get(1).operation()).isEqualTo("r/1");
    }

    @Test
    void aJournalThatCannotBeWrittenBeginsNothingAndTheQuestionStaysOpen() throws IOException {
        Console console = new Console("r");
        console.bulk.request(new Bulk(Verb.DRAIN, IDS));
        Files.deleteIfExists(console.rig.journal.path());
        Files.createDirectory(console.rig.journal.path());
        assertThat(console.confirm(BulkRule.CAREFUL)).containsExactly(BulkRequest.Outcome.BLOCKED);
        assertThat(console.bulk.runs()).isEmpty();
        assertThat(console.rig.service.writes).isEmpty();
        Files.delete(console.rig.journal.path());
        console.rig.journal.recover();
        assertThat(console.confirm(BulkRule.CAREFUL)).containsExactly(BulkRequest.Outcome.BEGUN);
        assertThat(console.rig.service.writes).hasSize(1);
    }

    @Test
    void theNextConsoleSaysWhatWasDoneAndWhatIsLeftAndSendsNothing() throws IOException {
        Console first = new Console("r");
        first.drainAll(new BulkRule(2, true));
        first.rig.becomes("id-e1", EngineStatus.STOPPED);
        assertThat(first.rig.service.writes).containsExactly("drain id-e1", "drain id-e2", "drain id-e3");

        Console next = new Console("r2");
        next.takeUp();
        assertThat(next.run().plan().title()).isEqualTo(first.run().plan().title());
        assertThat(next.run().reason()).isEqualTo("rack move");
        assertThat(next.run().stateProperty().get()).isEqualTo(BulkRun.State.PAUSED);
        assertThat(next.run().whyProperty().get()).map(Plans::words).get().asString().startsWith("The console ended while this was under way. 1 engine was not told yet");
        assertThat(next.states()).containsExactly(BulkItem.State.DONE, BulkItem.State.UNDERWAY, BulkItem.State.UNDERWAY, BulkItem.State.WAITING, BulkItem.State.SKIPPED);
        assertThat(next.run().items().getFirst().took()).isPresent();
        assertThat(next.rig.log.records()).as("the two that had not ended are followed").hasSize(2);
        next.rig.becomes("id-e2", EngineStatus.DRAINING);
        next.rig.becomes("id-e2", EngineStatus.STOPPED);
        assertThat(next.states().get(1)).isEqualTo(BulkItem.State.DONE);
        assertThat(next.rig.service.writes).isEmpty();
    }

    @Test
    void whatIsLeftIsAskedForAgainBeforeAnythingIsSent() throws IOException {
        new Console("r").drainAll(BulkRule.CAREFUL);
        Console next = new Console("r2");
        next.rig.becomes("id-e1", EngineStatus.DRAINING);
        next.takeUp();
        BulkRun old = next.run();
        old.resume();
        assertThat(next.rig.service.writes).isEmpty();
        assertThat(next.asked.getLast().planProperty().get().members()).extracting(member -> member.target().id()).containsExactly("id-e2", "id-e3", "id-e4");
        next.confirm(BulkRule.CAREFUL);
        assertThat(next.rig.service.writes).containsExactly("drain id-e2");
        assertThat(old.items()).extracting(BulkItem::state)
                .containsExactly(BulkItem.State.UNDERWAY, BulkItem.State.CANCELLED, BulkItem.State.CANCELLED, BulkItem.State.CANCELLED, BulkItem.State.SKIPPED);
        next.rig.becomes("id-e1", EngineStatus.STOPPED);
        assertThat(old.stateProperty().get()).isEqualTo(BulkRun.State.ENDED);
        Console third = new Console("r3");
        third.takeUp();
        assertThat(third.bulk.runs()).as("only what has not ended").extracting(BulkRun::id).containsExactly("r2");
    }

    @Test
    void aTurnAtWhichNothingWasSentIsRememberedAndSoAreTheOnesGivenUp() throws IOException {
        Console first = new Console("r");
        BulkRun run = first.drainAll(new BulkRule(1, false));
        first.rig.becomes("id-e2", EngineStatus.DISCONNECTED);
        first.rig.becomes("id-e1", EngineStatus.STOPPED);
        run.cancelRest();
        Console next = new Console("r2");
        next.takeUp();
        assertThat(next.states()).containsExactly(BulkItem.State.DONE, BulkItem.State.NOT_SENT, BulkItem.State.UNDERWAY, BulkItem.State.CANCELLED, BulkItem.State.SKIPPED);
        assertThat(Plans.words(next.run().items().get(1).note())).startsWith("Disconnected");
    }

    @Test
    void whatTheServiceRefusedIsFailedWithItsReason() throws IOException {
        Console first = new Console("r");
        first.rig.service.refuseNext(new ApiFailure.Conflict("conflict", "not connected"));
        BulkRun run = first.drainAll(BulkRule.CAREFUL);
        assertThat(run.items().getFirst().asked()).as("it was asked, and that is in the report").isPresent();
        Console next = new Console("r2");
        next.takeUp();
        assertThat(next.states()).startsWith(BulkItem.State.FAILED, BulkItem.State.WAITING);
        assertThat(next.rig.log.records()).isEmpty();
    }

    @Test
    void aRunWhoseLastLineIsMissingIsEndedByTheNextConsole() throws IOException {
        Console first = new Console("r");
        first.bulk.request(new Bulk(Verb.DRAIN, List.of("id-e1", "id-e2")));
        first.confirm(BulkRule.CAREFUL);
        first.rig.becomes("id-e1", EngineStatus.STOPPED);
        first.rig.becomes("id-e2", EngineStatus.STOPPED);
        assertThat(first.run().stateProperty().get()).isEqualTo(BulkRun.State.ENDED);
        List<String> cut = Files.readAllLines(first.rig.journal.path()).stream().filter(line -> !line.contains("\"ENDED\"")).toList();
        Files.write(first.rig.journal.path(), cut);
        Console next = new Console("r2");
        next.takeUp();
        assertThat(next.run().stateProperty().get()).isEqualTo(BulkRun.State.ENDED);
        Console third = new Console("r3");
        third.takeUp();
        assertThat(third.bulk.runs()).isEmpty();
    }
}
