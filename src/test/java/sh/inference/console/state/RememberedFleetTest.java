package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Problem;
import sh.inference.console.testing.Engines;

/** A start with what an earlier session saw. */
class RememberedFleetTest {
    private static final Instant THEN = Engines.NOW.minus(Duration.ofDays(2));
    private final SmallFleet fleet = new SmallFleet();

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void itIsShownStaleUntilTheServiceIsHeardOf() {
        fleet.store.recall(List.of(seen("a"), seen("old")), THEN);
        assertThat(fleet.store.entries()).hasSize(2).allSatisfy((id, entry) -> assertThat(entry.stale()).isTrue());
        assertThat(fleet.store.heardAtProperty().get()).contains(THEN);
        fleet.start();
        fleet.rig.pass(Duration.ofSeconds(2));
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
        assertThat(fleet.store.entries()).containsOnlyKeys("id-a", "id-b", "id-c").allSatisfy((id, entry) -> assertThat(entry.stale()).isFalse());
    }

    @Test
    void withoutANetworkItStaysAsOfThenAndNothingCanBePlannedOnIt() {
        fleet.service.failures.put("list", new ApiFailure.Unreachable(ApiFailure.Unreachable.Cause.DNS, false, ""));
        fleet.store.recall(List.of(seen("a")), THEN);
        fleet.start();
        fleet.rig.pass(Duration.ofSeconds(5));
        assertThat(fleet.freshness()).isInstanceOfSatisfying(Freshness.Stale.class, stale -> {
            assertThat(stale.asOf()).isEqualTo(THEN);
            assertThat(stale.problem()).map(Problem::code).contains("unreachable.dns");
            assertThat(stale.nextTry()).isPresent();
        });
        assertThat(fleet.store.entries().get("id-a").stale()).isTrue();
        assertThat(fleet.store.entries().get("id-a").seenAt()).isEqualTo(THEN);
        assertThat(fleet.store.connection().vouchesFor(fleet.store.entries().get("id-a"))).isFalse();
        fleet.service.failures.clear();
        fleet.feed.readNow();
        fleet.rig.pass(Duration.ofSeconds(2));
        assertThat(fleet.freshness()).isEqualTo(new Freshness.Live());
    }

    @Test
    void aKeyThatIsNoLongerAcceptedSaysSoOverWhatWasSeen() {
        fleet.service.failures.put("list", new ApiFailure.Unauthorized(""));
        fleet.store.recall(List.of(seen("a")), THEN);
        fleet.start();
        assertThat(fleet.freshness()).isInstanceOfSatisfying(Freshness.Offline.class, offline -> assertThat(offline.asOf()).contains(THEN));
        assertThat(fleet.store.entries()).hasSize(1);
    }

    @Test
    void whatIsKnownAlreadyIsNotReplacedByWhatWasSeenThen() {
        fleet.start();
        fleet.store.recall(List.of(seen("a"), seen("old")), THEN);
        assertThat(fleet.store.entries().get("id-a").stale()).isFalse();
        assertThat(fleet.store.heardAtProperty().get()).isNotEqualTo(Optional.of(THEN));
        fleet.feed.readNow();
        fleet.rig.pass(Duration.ofSeconds(2));
        assertThat(fleet.store.entries()).containsOnlyKeys("id-a", "id-b", "id-c");
    }

    private static EngineEntry seen(String name) {
        return new EngineEntry(Engines.running(name).updatedAt(THEN).build(), Feed.POLL, THEN, THEN, Map.of(), Optional.of(THEN), false);
    }
}
