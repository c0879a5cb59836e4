package sh.inference.console.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiFailure;
import sh.inference.console.model.AppVersion;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.testing.RememberedSightings;

class AppsFeedTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final AppsStore store = new AppsStore();
    private final Permissions permissions = new Permissions();
    private final AppsFeed feed = new AppsFeed(service, store, permissions, new RememberedSightings(), rig.runtime());

    @AfterEach
    void close() {
        feed.close();
    }

    private void put(Apps app) {
        service.apps.put(app.build().id(), app);
    }

    private VersionBadge badge(String versionId, String appId) {
        AppVersion version = store.versions().get(appId).stream().filter(v -> v.id().equals(versionId)).findFirst().orElseThrow();
        return VersionBadge.of(version, appId, store.snapshot());
    }

    @Test
    void appsAreReadPageByPage() {
        for (int i = 0; i < 120; i++) {
            put(Apps.named("app" + i));
        }
        feed.start();
        rig.settle();
        assertThat(store.apps()).hasSize(50);
        assertThat(store.listStateProperty().get()).isEqualTo(new LoadState(false, 50, OptionalInt.of(120), true, Optional.empty()));

        feed.loadMore();
        rig.settle();
        feed.loadMore();
        rig.settle();
        feed.loadMore();
        rig.settle();

        assertThat(store.apps()).hasSize(120);
        assertThat(store.listStateProperty().get().hasMore()).isFalse();
        assertThat(service.count("apps")).isEqualTo(3);
    }

    @Test
    void aRepeatedCursorEndsTheList() {
        for (int i = 0; i < 120; i++) {
            put(Apps.named("app" + i));
        }
        service.cursors = cursor -> "50";
        feed.start();
        for (int i = 0; i < 5; i++) {
            rig.settle();
            feed.loadMore();
        }
        rig.settle();

        assertThat(service.count("apps")).isEqualTo(2);
        assertThat(store.apps()).hasSize(100);
    }

    @Test
    void theAnswerToAnOlderSearchIsDropped() {
        put(Apps.named("flux"));
        put(Apps.named("whisper"));
        feed.start();
        feed.search("flux");
        feed.search("whisper");
        rig.settle();

        assertThat(store.apps()).extracting(app -> app.name()).containsExactly("whisper");
    }

    @Test
    void aSearchThatFindsLessLeavesTheNumberOfAllApps() {
        for (int i = 0; i < 120; i++) {
            put(Apps.named("app" + i));
        }
        feed.start();
        rig.settle();
        assertThat(store.count()).isEqualTo(120);

        feed.search("app119");
        rig.settle();
        assertThat(store.apps()).hasSize(1);
        assertThat(store.count()).isEqualTo(120);
        feed.search("nothing is called so");
        rig.settle();
        assertThat(store.count()).isEqualTo(120);

        put(Apps.named("one-more"));
        feed.search(" ");
        rig.settle();
        assertThat(store.count()).isEqualTo(121);
    }

    @Test
    void aFailureIsShownAndTheListIsReadAgainWhenAsked() {
        put(Apps.named("flux"));
        service.failures.put("apps", new ApiFailure.Forbidden(Optional.of("apps:read"), "forbidden", ""));
        feed.start();
        rig.settle();
        assertThat(store.listStateProperty().get().problem()).isPresent();
        assertThat(permissions.missing()).containsExactly("apps:read");

        service.failures.clear();
        feed.reload();
        rig.settle();
        assertThat(store.apps()).hasSize(1);
        assertThat(store.listStateProperty().get().problem()).isEmpty();
    }

    @Test
    void anOpenedAppHasAllItsVersionsNewestFirst() {
        put(Apps.named("flux").versions(230).current(3));
        feed.start();
        feed.open("app-flux");
        rig.settle();

        assertThat(store.versions().get("app-flux")).hasSize(230).first().extracting(AppVersion::id).isEqualTo("flux-v230");
        assertThat(store.versionStates().get("app-flux").loading()).isFalse();
        assertThat(badge("flux-v3", "app-flux")).isEqualTo(VersionBadge.CURRENT);
        assertThat(badge("flux-v4", "app-flux")).isEqualTo(VersionBadge.NEWER_NEVER_CURRENT);
        assertThat(badge("flux-v2", "app-flux")).isEqualTo(VersionBadge.FIRST_SEEN_HERE);
    }

    @Test
    void aCurrentVersionMovedByOthersIsNoticedAndTheOneBeforeIsFormer() {
        put(Apps.named("flux").versions(5).current(5));
        feed.start();
        feed.open("app-flux");
        rig.settle();
        put(Apps.named("flux").versions(5).current(3));

        rig.pass(Duration.ofSeconds(11));

        assertThat(badge("flux-v3", "app-flux")).isEqualTo(VersionBadge.CURRENT);
        assertThat(badge("flux-v5", "app-flux")).isEqualTo(VersionBadge.FORMER);
        assertThat(badge("flux-v4", "app-flux")).isEqualTo(VersionBadge.NEWER_NEVER_CURRENT);
    }

    @Test
    void readingAgainInTheBackgroundNeverShowsAsLoading() {
        put(Apps.named("flux").versions(5).current(5));
        feed.start();
        feed.open("app-flux");
        rig.settle();
        store.versionStates().addListener((javafx.collections.MapChangeListener<String, LoadState>) change ->
                assertThat(change.getValueAdded().loading()).isFalse());

        rig.pass(Duration.ofMinutes(1));

        assertThat(service.count("app app-flux")).isEqualTo(7);
    }

    @Test
    void aReloadDuringAReadIsNotLost() {
        put(Apps.named("flux").versions(5).current(5));
        feed.start();
        feed.open("app-flux");
        feed.reload("app-flux");
        feed.reload("app-flux");
        rig.settle();

        assertThat(service.count("app app-flux")).isEqualTo(2);
    }

    @Test
    void theListIsReadAgainAndChangesInPlace() {
        put(Apps.named("flux").versions(5).current(5));
        put(Apps.named("whisper"));
        feed.start();
        rig.settle();
        put(Apps.named("flux").versions(5).current(2));

        rig.pass(Duration.ofSeconds(31));

        assertThat(store.apps()).extracting(app -> app.versionId()).containsExactly("flux-v2", "whisper-v1");
        assertThat(store.snapshot().sightings().get("app-flux")).extracting(CurrentSighting::versionId).containsExactly("flux-v5", "flux-v2");
    }
}
