package sh.inference.console.ops.promote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.journal.JournalEntry;
import sh.inference.console.ops.ConfirmationRequest.Sent;
import sh.inference.console.ops.OperationState;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.DeskRig;

/** Between reading the current version and the request no more than a second goes by, however slow the disk is; the clock is moved by hand. */
class FreshlyReadTest {
    private static final PromoteVersion PROMOTE = new PromoteVersion("app-flux", "flux-v2");
    private final Executor slowDisk = this::afterAWhile;
    private final List<Instant> reads = new ArrayList<>();
    private final List<Instant> writes = new ArrayList<>();
    private Duration delay = Duration.ofMillis(900);
    private Runnable meanwhile = () -> { };
    @TempDir
    private Path folder;
    private DeskRig rig;

    @BeforeEach
    void anApp() {
        rig = new DeskRig(folder, ProfileKind.DEVELOPMENT, slowDisk, Runnable::run).with(Apps.named("flux").versions(2).current(1));
        rig.service.beforeRead = () -> reads.add(rig.clock.instant());
        rig.service.onWrite = () -> writes.add(rig.clock.instant());
        rig.operator.thenSend("");
    }

    /** Whatever is done in the background takes its time. */
    private void afterAWhile(Runnable work) {
        rig.clock.advance(delay);
        meanwhile.run();
        work.run();
    }

    private List<String> lines() {
        return rig.written().stream().map(line -> line.kind() + " " + line.state()).filter(line -> !line.startsWith(JournalEntry.Kind.SIGHTING.name())).toList();
    }

    @Test
    void whatWasReadWithinASecondIsSent() {
        rig.desk.request(PROMOTE);

        assertThat(rig.operator.result().sent()).isEqualTo(Sent.ACCEPTED);
        assertThat(Duration.between(lastReadBefore(writes.getFirst()), writes.getFirst())).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsOlderIsReadAgainBeforeAnythingIsSentAndTheJournalSaysSo() {
        delay = Duration.ofMillis(1200);
        meanwhile = () -> delay = rig.written().isEmpty() ? delay : Duration.ofMillis(100);
        rig.desk.request(PROMOTE);

        assertThat(rig.operator.result().sent()).isEqualTo(Sent.ACCEPTED);
        assertThat(writes).hasSize(1);
        assertThat(Duration.between(lastReadBefore(writes.getFirst()), writes.getFirst())).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(lines()).startsWith("INTENT SENT", "OUTCOME CANCELLED", "INTENT SENT");
        assertThat(rig.last().reached(OperationState.ACCEPTED)).isPresent();
    }

    @Test
    void somebodyWhoMovedTheVersionInThatTimeIsNoticedAndNothingIsSent() {
        delay = Duration.ofMillis(1200);
        meanwhile = () -> {
            if (!rig.written().isEmpty()) {
                rig.service.apps.put("app-flux", Apps.named("flux").versions(2).current(2));
            }
        };
        rig.desk.request(PROMOTE);

        assertThat(rig.operator.result().sent()).isNotEqualTo(Sent.ACCEPTED);
        assertThat(writes).isEmpty();
    }

    @Test
    void aComputerThatIsAlwaysTooSlowSendsNothingAndSaysWhy() {
        delay = Duration.ofMillis(1200);
        rig.desk.request(PROMOTE);

        assertThat(rig.operator.result().sent()).isEqualTo(Sent.BLOCKED);
        assertThat(rig.operator.result().problem().code()).isEqualTo("too-slow");
        assertThat(writes).isEmpty();
        assertThat(rig.log.records()).isEmpty();
    }

    private Instant lastReadBefore(Instant moment) {
        return reads.stream().filter(at -> !at.isAfter(moment)).reduce((one, other) -> other).orElseThrow();
    }
}
