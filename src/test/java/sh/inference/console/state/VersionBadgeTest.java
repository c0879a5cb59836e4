package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.model.App;
import sh.inference.console.model.AppVersion;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;

class VersionBadgeTest {
    private static CurrentSighting sighting(String version) {
        return new CurrentSighting(version, Engines.NOW, Engines.NOW);
    }

    /** Five versions, v1 the oldest; {@code seen} are the numbers this console saw as current. */
    @ParameterizedTest(name = "v{0} beside the current v{1}, seen as current: {2} -> {3}")
    @CsvSource({
            "3, 3, '',  CURRENT",
            "3, 3, '3', CURRENT",
            "4, 3, '3', NEWER_NEVER_CURRENT",
            "5, 3, '3', NEWER_NEVER_CURRENT",
            "5, 3, '53', FORMER",
            "2, 3, '23', FORMER",
            "2, 3, '3', FIRST_SEEN_HERE",
            "1, 3, '53', FIRST_SEEN_HERE",
            "4, 5, '45', FORMER",
            "1, 5, '',  FIRST_SEEN_HERE",
    })
    void everyVersionHasExactlyOneBadge(int version, int current, String seen, VersionBadge badge) {
        Apps app = Apps.named("flux").versions(5).current(current);
        List<CurrentSighting> sightings = seen.chars().mapToObj(n -> sighting("flux-v" + (char) n)).toList();
        AppVersion asked = app.versionList().get(5 - version);

        assertThat(VersionBadge.of(asked, app.build(), app.versionList(), sightings)).isEqualTo(badge);
    }

    @Test
    void aVersionMadeAtTheSameMomentAsTheCurrentOneIsNotNewer() {
        AppVersion twin = Apps.version("twin", Apps.named("flux").versions(1).versionList().getFirst().createdAt().orElseThrow());

        assertThat(VersionBadge.of(twin, Apps.named("flux").build(), Apps.named("flux").versionList(), List.of())).isEqualTo(VersionBadge.FIRST_SEEN_HERE);
    }

    @Test
    void withoutAKnownTimeOfTheCurrentVersionNothingCountsAsNewer() {
        App app = Apps.named("flux").versions(2).currentId("elsewhere").build();

        assertThat(VersionBadge.of(Apps.version("x", Engines.NOW), app, Apps.named("flux").versions(2).versionList(), List.of()))
                .isEqualTo(VersionBadge.FIRST_SEEN_HERE);
    }

    @Test
    void theCurrentVersionIsRecognisedByItsShortIdAndFoundInTheAppItself() {
        AppVersion old = Apps.version("53bk0yzk0000000000000000aa", Engines.NOW.minusSeconds(60));
        AppVersion fresh = Apps.version("64bk0yzk0000000000000000aa", Engines.NOW);
        App base = Apps.named("flux").build();
        App app = new App(base.id(), base.shortId(), base.namespace(), base.name(), base.title(), "", "", "", base.status(), "", Optional.empty(), "53bk0yzk",
                Optional.of(old), Optional.empty(), Optional.empty());

        assertThat(VersionBadge.of(old, app, List.of(), List.of())).isEqualTo(VersionBadge.CURRENT);
        assertThat(VersionBadge.of(fresh, app, List.of(), List.of())).isEqualTo(VersionBadge.NEWER_NEVER_CURRENT);
    }

    @Test
    void aSightingGrowsWhileTheVersionStaysAndBeginsAnewWhenItMoves() {
        Instant t = Engines.NOW;
        List<CurrentSighting> seen = CurrentSighting.after(List.of(), "v1", t);
        seen = CurrentSighting.after(seen, "v1", t.plusSeconds(10));
        seen = CurrentSighting.after(seen, "v2", t.plusSeconds(20));
        seen = CurrentSighting.after(seen, "v1", t.plusSeconds(30));

        assertThat(seen).containsExactly(new CurrentSighting("v1", t, t.plusSeconds(10)), new CurrentSighting("v2", t.plusSeconds(20), t.plusSeconds(20)),
                new CurrentSighting("v1", t.plusSeconds(30), t.plusSeconds(30)));
    }
}
