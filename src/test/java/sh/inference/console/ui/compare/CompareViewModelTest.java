package sh.inference.console.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sh.inference.console.model.Feed;
import sh.inference.console.model.VersionDocument;
import sh.inference.console.ops.Operation;
import sh.inference.console.ops.promote.PromoteVersion;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;
import sh.inference.console.state.VersionPair;
import sh.inference.console.state.VersionReader;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

class CompareViewModelTest {
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final AppsStore store = new AppsStore();
    private final FleetStore fleet = new FleetStore(Clock.systemUTC());
    private final List<Operation> asked = new ArrayList<>();
    private final VersionReader reader = new VersionReader(service, store, new Permissions(), rig.runtime());
    private final CompareViewModel model = new CompareViewModel(store, fleet, reader::compare, operation -> Optional.empty(), asked::add,
            new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));

    @BeforeEach
    void open() {
        Apps app = Apps.named("flux").versions(5).current(2);
        store.put(app.build());
        store.setVersions("app-flux", app.versionList());
        document("flux-v1", "{'kernel':'a'}");
        document("flux-v2", "{'kernel':'a','env':{'A':'1'}}");
        document("flux-v3", "{'kernel':'b','env':{'A':'1'}}");
        fleet.replaceAll(List.of(Engines.running("gpu-1").idle(3).build()), Feed.POLL);
        model.show(new VersionPair("app-flux", "flux-v2", "flux-v3"));
    }

    @Test
    void bothVersionsAreReadOnceAndTheirChangesGrouped() {
        assertThat(model.stateProperty().get()).startsWith("Reading");
        rig.settle();
        assertThat(model.changes()).extracting(ChangeLine::what).containsExactly("1 risky", "Kernel changed: a → b");
        assertThat(model.rows()).hasSize(2);
        assertThat(model.stateProperty().get()).isEmpty();
        assertThat(model.rowOf(model.changes().getLast().change())).hasValue(1);
        model.swap();
        rig.settle();
        assertThat(service.calls.stream().filter(call -> call.startsWith("document"))).hasSize(2);
    }

    @Test
    void unifiedShowsOneTextWithSigns() {
        rig.settle();
        model.unifiedProperty().set(true);
        assertThat(model.rows()).filteredOn(DiffRow.Single.class::isInstance).extracting(row -> ((DiffRow.Single) row).sign()).containsExactly('-', '+');
    }

    @Test
    void aVersionThatCannotBeReadSaysSoAndIsTriedAgain() {
        service.failures.put("document flux-v1", FakeService.LOST);
        model.show(new VersionPair("app-flux", "flux-v2", "flux-v1"));
        rig.settle();
        assertThat(model.problemProperty().get()).isPresent();
        service.failures.clear();
        model.retry();
        rig.settle();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.changes()).isNotEmpty();
    }

    @Test
    void theRightVersionIsMadeCurrentUnlessItIsAlready() {
        model.makeCurrent();
        model.swap();
        assertThat(model.obstacleProperty().get()).contains("is the current one");
        model.makeCurrent();
        model.show(new VersionPair("app-flux", "flux-v2", "flux-v1"));
        model.makeCurrent();
        assertThat(asked).containsExactly(new PromoteVersion("app-flux", "flux-v3"), new RollBackVersion("app-flux", "flux-v1"));
    }

    @Test
    void itSaysHowManyWorkersFitTheRightVersion() {
        assertThat(model.fitProperty().get()).isEqualTo("3 of 3 workers can run it, needs 24 GB");
    }

    @Test
    void longEqualStretchesAreFolded() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            many.append("'K").append(100 + i).append("':'").append(i).append("',");
        }
        document("flux-v4", "{'env':{" + many + "'Z':'1'}}");
        document("flux-v5", "{'env':{" + many + "'Z':'2'}}");
        model.show(new VersionPair("app-flux", "flux-v4", "flux-v5"));
        rig.settle();
        assertThat(model.rows()).contains(new DiffRow.Fold(38));
        assertThat(model.rows()).hasSize(1 + 1 + 3 + 1 + 1);
    }

    private void document(String id, String json) {
        service.documents.put(id, new VersionDocument(id, json.replace('\'', '"')));
    }
}
