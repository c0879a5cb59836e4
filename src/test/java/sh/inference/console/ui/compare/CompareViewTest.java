package sh.inference.console.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.model.Feed;
import sh.inference.console.model.VersionDocument;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.state.Permissions;
import sh.inference.console.state.VersionPair;
import sh.inference.console.state.VersionReader;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.FakeService;
import sh.inference.console.testing.FeedRig;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.testing.Keys;
import sh.inference.console.testing.Screens;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Look;
import sh.inference.console.ui.common.Theme;

@ExtendWith(FxExtension.class)
class CompareViewTest {
    private static final String BEFORE = """
            {"input_schema":{"type":"object","required":["video"],"properties":{"video":{"type":"string","format":"uri","description":"The clip to work on, as a link"},
            "fps":{"type":"integer","default":24},"seed":{"type":"integer"}}},"output_schema":{"type":"object","properties":{"video":{"type":"string"}}},
            "resources":{"gpu":{"count":1,"vram":51539607552,"type":"nvidia"},"ram":17179869184},"kernel":"python-3.11","env":{"TORCH_HOME":"/cache"},"required_secrets":[]}""";
    private static final String AFTER = """
            {"input_schema":{"type":"object","required":["video","fps"],"properties":{"video":{"type":"string","format":"uri","description":"The clip to work on, as a link"},
            "fps":{"type":"integer","minimum":12},"loop":{"type":"boolean","default":false},"seed":{"type":"integer"}}},
            "output_schema":{"type":"object","properties":{"video":{"type":"object","required":["uri"],"properties":{"uri":{"type":"string"}}}}},
            "resources":{"gpu":{"count":1,"vram":85899345920,"type":"nvidia"},"ram":17179869184},"kernel":"python-3.12","env":{"TORCH_HOME":"/cache","TORCH_COMPILE":"1"},
            "required_secrets":[{"key":"HF_TOKEN","description":"Reads the model from its hub."}]}""";
    private final FxRobot robot = new FxRobot();
    private final FeedRig rig = new FeedRig();
    private final FakeService service = new FakeService(rig);
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private String after = AFTER;
    private CompareViewModel model;
    private Theme theme;
    private Scene scene;

    private void open(VersionPair pair) {
        service.documents.put("flux-v2", new VersionDocument("flux-v2", BEFORE));
        service.documents.put("flux-v3", new VersionDocument("flux-v3", after));
        Fx.run(() -> {
            AppsStore store = new AppsStore();
            FleetStore fleet = new FleetStore(rig.clock);
            Apps app = Apps.named("flux").namespace("lumen").versions(3).current(2).vram(80L << 30);
            store.put(app.build());
            store.setVersions("app-flux", app.versionList());
            fleet.replaceAll(List.of(Engines.running("gpu-1").idle(3).build()), Feed.POLL);
            model = new CompareViewModel(store, fleet, new VersionReader(service, store, new Permissions(), rig.runtime())::compare, operation -> Optional.empty(), asked -> { }, words);
            BorderPane page = new ViewLoader(words.bundle()).load(new CompareView(model, words));
            scene = new Scene(page, 1130, 700);
            theme = new Theme(Optional.of(Look.DARK));
            theme.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            model.show(pair);
            rig.settle();
        });
        Fx.settle();
    }

    @Test
    void theChangesStandBesideBothTexts() {
        open(new VersionPair("app-flux", "flux-v2", "flux-v3"));
        keep("changes");
        assertThat(changes().getItems()).extracting(ChangeLine::what)
                .contains("Input fps is now required", "Output video changed type: string → object", "Secret HF_TOKEN added", "GPU memory 48 GB → 80 GB", "Env TORCH_COMPILE added");
        robot.clickOn("#compare-unified");
        Fx.settle();
        keep("unified");
        Keys.push(KeyCode.ESCAPE);
        assertThat(model.openProperty().get()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void everyChangeIsReadInFull(int percent) {
        after = AFTER.replace("HF_TOKEN", "HUGGING_FACE_TOKEN_OF_THE_WEIGHTS_OF_THE_MODEL").replace("\"loop\"", "\"repeat the clip until somebody says that it is enough\"")
                .replace("\"minimum\":12", "\"minimum\":12,\"description\":\"How many\",\"enum\":[12,24,25,30,48,50,60,72,90,96,100,120,144,160,165,180,200,240]");
        open(new VersionPair("app-flux", "flux-v2", "flux-v3"));
        Fx.run(() -> theme.size(percent, false));
        Fx.settle();
        keep("long-" + percent);
        List<String> cut = new ArrayList<>();
        for (int line = 0; line < model.changes().size(); line++) {
            int at = line;
            Fx.run(() -> changes().scrollTo(at));
            Fx.settle();
            cut.addAll(Fx.call(() -> changes().lookupAll(".list-cell").stream().flatMap(cell -> cell.lookupAll(".label").stream())
                    .map(Labeled.class::cast).filter(label -> label.isVisible() && label.isTextTruncated()).map(Labeled::getText).toList()));
        }
        assertThat(cut).isEmpty();
        assertThat(Fx.call(() -> changes().lookupAll(".scroll-bar").stream().filter(bar -> bar.isVisible() && ((ScrollBar) bar).getOrientation() == Orientation.HORIZONTAL))).isEmpty();
    }

    private ListView<ChangeLine> changes() {
        return robot.lookup("#compare-changes").query();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare-changes", "compare-diff", "compare-swap"})
    void escLeadsBackWhereverTheFocusIs(String focused) {
        open(new VersionPair("app-flux", "flux-v2", "flux-v3"));
        Fx.run(() -> scene.lookup("#" + focused).requestFocus());
        Keys.push(KeyCode.ESCAPE);
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void aVersionThatIsGoneSaysSo() {
        open(new VersionPair("app-flux", "flux-v2", "flux-v1"));
        keep("gone");
        assertThat(model.problemProperty().get()).isPresent();
        assertThat(model.stateProperty().get()).isEqualTo("The versions could not be compared.");
        assertThat(Fx.call(() -> scene.lookup("#compare-promote").isDisabled())).isTrue();
    }

    private void keep(String state) {
        Screens.saveAll(scene, theme, "compare-page", state);
    }
}
