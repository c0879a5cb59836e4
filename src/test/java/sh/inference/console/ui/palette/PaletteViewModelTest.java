package sh.inference.console.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Feed;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.profile.Favourites;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;
import sh.inference.console.testing.AllowedVerbs;
import sh.inference.console.testing.Apps;
import sh.inference.console.testing.Engines;
import sh.inference.console.testing.ManualClock;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.AppNames;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.Icons;

class PaletteViewModelTest {
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final FleetStore fleet = new FleetStore(new ManualClock());
    private final AppsStore apps = new AppsStore();
    private final AllowedVerbs verbs = new AllowedVerbs();
    private final Actions actions = new Actions();
    @TempDir
    private static Path folder;
    private final Favourites favourites = new Favourites(folder, UUID.randomUUID().toString(), Runnable::run);
    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel model = new PaletteViewModel(List.of(new ActionSource(actions, words),
            new EngineSource(fleet, new EngineWords(words, new AppNames(apps)), verbs, id -> done.add("engine " + id)), new AppSource(apps, favourites, words, id -> done.add("app " + id)),
            new ProfileSource(this::places, words), new DrillSource(this::drills, () -> done.add("asked"), words)), words);

    @BeforeEach
    void fill() {
        fleet.replaceAll(List.of(Engines.running("gpu-lon-03").busy(3).idle(1).build(), Engines.running("gpu-lon-01").busy(1).idle(1).build(),
                Engines.in("gpu-lon-05", EngineStatus.DRAINING).build(), Engines.running("h100-west-2").build()), Feed.POLL);
        apps.addPage(List.of(Apps.named("flux-portrait").build()));
        actions.add(Action.of("page-apps", Action.Group.PAGES, Icons.APPS, List.of("Shortcut+2"), () -> done.add("apps")));
        actions.add(new Action("engine-drain", Action.Group.VERBS, Icons.DRAIN, Text.of("action.engine.drain"), List.of("Alt+D"), true,
                () -> Optional.of(Text.of("action.engine.none")), () -> { }));
        model.open("");
        done.clear();
    }

    @Test
    void withoutAQueryEveryActionIsListed() {
        assertThat(words()).containsExactly("Go to apps", "Drain the chosen engine…");
    }

    @Test
    void anActionIsFoundByWhatOthersCallIt() {
        actions.add(Action.of("export-csv", Action.Group.LIST, Icons.SAVE, List.of(), () -> { }));
        model.typedProperty().set("export");
        assertThat(model.entries()).singleElement().satisfies(entry -> assertThat(entry.words()).isEqualTo("action.export-csv"));

        model.typedProperty().set("cordon engine");
        assertThat(words()).containsExactly("Drain the chosen engine…");
    }

    @Test
    void smallWordsAreNotLookedFor() {
        model.typedProperty().set("Drain the GPU-LON-03");
        assertThat(words()).containsExactly("Drain gpu-lon-03…");

        model.typedProperty().set("the");
        assertThat(words()).containsExactly("Drain the chosen engine…");
    }

    @Test
    void whatTheOperatorMarkedComesFirstAndWhatTheyOpenedLastStandsThereBeforeAnythingIsTyped() {
        apps.addPage(List.of(Apps.named("flux-alpha").build(), Apps.named("flux-zulu").build()));
        favourites.toggle("app-flux-zulu");
        favourites.opened("app-flux-portrait");
        model.open("");
        assertThat(words()).containsExactly("Go to apps", "Drain the chosen engine…", "acme/flux-zulu", "acme/flux-portrait");

        model.typedProperty().set("flux");
        assertThat(words()).startsWith("acme/flux-zulu");
        assertThat(model.entries().getFirst().remark()).startsWith("favourite");
    }

    @Test
    void aVerbAndAPartOfANameFindTheVerbOnEveryEngineOfThatName() {
        verbs.forbid(Verb.DRAIN, "id-gpu-lon-05", Text.of("why.already.draining"));
        model.typedProperty().set("drain lon");
        assertThat(words()).containsExactly("Drain gpu-lon-01…", "Drain gpu-lon-03…", "Drain gpu-lon-05…");
        assertThat(model.entries().getLast().enabled()).isFalse();
        assertThat(model.entries().getLast().remark()).isEqualTo("It is draining already.");
        model.entries().getFirst().run().run();
        assertThat(verbs.asked()).containsExactly("DRAIN id-gpu-lon-01");
    }

    @Test
    void everyVerbIsFoundForAnEngine() {
        for (Verb verb : EngineVerbs.ALL) {
            model.typedProperty().set(words.of("verb." + verb.key()) + " h100-west-2");
            assertThat(words()).contains(words.of("palette.verb", words.of("verb." + verb.key()), "h100-west-2"));
        }
    }

    @Test
    void enginesAreFoundByNameAndByTheBeginningOfTheirId() {
        model.typedProperty().set("west");
        assertThat(words()).containsExactly("h100-west-2");
        model.typedProperty().set("#id-h100");
        assertThat(words()).containsExactly("h100-west-2");
        model.entries().getFirst().run().run();
        assertThat(done).containsExactly("engine id-h100-west-2");
    }

    @Test
    void appsAreFoundByTheirReference() {
        model.typedProperty().set("acme/flux");
        assertThat(words()).containsExactly("acme/flux-portrait");
    }

    @Test
    void profilesAreFoundByNameHostAndKindAndAllOfThemByTheirSign() {
        model.typedProperty().set("@");
        assertThat(words()).containsExactly("prod-eu", "Sandbox on this computer");
        assertThat(model.entries()).extracting(PaletteEntry::enabled).containsExactly(true, false);
        assertThat(model.entries().getLast().remark()).isEqualTo("SANDBOX · you are here");
        model.typedProperty().set("api.inference");
        assertThat(words()).containsExactly("prod-eu");
        model.typedProperty().set("production");
        assertThat(model.entries().getFirst().remark()).isEqualTo("PRODUCTION · api.inference.sh");
        model.entries().getFirst().run().run();
        assertThat(done).containsExactly("prod-eu");
    }

    @Test
    void aSignAsksForActionsAlone() {
        model.typedProperty().set(">lon");
        assertThat(words()).isEmpty();
        assertThat(model.countProperty().get()).isEqualTo("Nothing found");
        model.typedProperty().set(">stop lon-03");
        assertThat(words()).containsExactly("Stop gpu-lon-03…");
    }

    @Test
    void whatWasChosenLastComesFirst() {
        model.typedProperty().set("drain lon");
        model.chosen(model.entries().stream().filter(entry -> entry.words().equals("Drain gpu-lon-03…")).findFirst().orElseThrow());
        model.open("drain lon");
        assertThat(words()).startsWith("Drain gpu-lon-03…");
    }

    @Test
    void whatWasFoundIsMarkedInTheLine() {
        model.typedProperty().set("drain lon");
        assertThat(model.entries().getFirst().matches(model.query())).containsExactly(new int[] {0, 5}, new int[] {10, 13});
    }

    @Test
    void aDrillIsFoundByItsNameAndByWhatItDoesAndOnlyOnceSomethingIsTyped() {
        model.open("");
        assertThat(done).containsExactly("asked");
        assertThat(words()).noneMatch(line -> line.contains("drill"));
        model.typedProperty().set("drill");
        assertThat(words()).containsExactly("Start drill: Slow answers", "End drill: Stuck drain");
        model.typedProperty().set("@drill");
        assertThat(words()).isEmpty();
        model.typedProperty().set("never ends");
        assertThat(words()).containsExactly("End drill: Stuck drain");
        model.entries().getFirst().run().run();
        assertThat(done).contains("stuck-drain");
    }

    private List<DrillSource.Drill> drills() {
        return List.of(new DrillSource.Drill(words.of("palette.drill.start", "Slow answers"), "Every answer takes seconds.", () -> done.add("slow-answers")),
                new DrillSource.Drill(words.of("palette.drill.end", "Stuck drain"), "A drain never ends.", () -> done.add("stuck-drain")));
    }

    private List<ProfileSource.Place> places() {
        return List.of(new ProfileSource.Place("prod-eu", "api.inference.sh", ProfileKind.PRODUCTION, false, () -> done.add("prod-eu")),
                new ProfileSource.Place(words.of("profile.sandbox"), "", ProfileKind.SANDBOX, true, () -> done.add("sandbox")));
    }

    private List<String> words() {
        return model.entries().stream().map(PaletteEntry::words).toList();
    }
}
