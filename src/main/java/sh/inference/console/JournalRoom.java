package sh.inference.console;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.scene.Node;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalItem;
import sh.inference.console.model.App;
import sh.inference.console.model.Text;
import sh.inference.console.ops.promote.CurrentStep;
import sh.inference.console.ops.promote.RollBackVersion;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.state.AppsSnapshot;
import sh.inference.console.ui.bulk.Destination;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.journal.JournalDeeds;
import sh.inference.console.ui.journal.JournalView;
import sh.inference.console.ui.journal.JournalViewModel;

/** The page of the journal with what it needs of the rest. FX thread. */
final class JournalRoom implements JournalDeeds {
    private final Workspace workspace;
    private final ConnectionProfile profile;
    private final Destination destination;
    private final Doors doors;
    private final JournalViewModel model;

    /** Ways out of the page. */
    record Doors(Consumer<String> engine, Consumer<String> app, Consumer<Text> say, Consumer<Text> warn) {
    }

    /** @param ticker the window's own */
    JournalRoom(Workspace workspace, Ticker ticker, Destination destination, Doors doors) {
        this.workspace = workspace;
        this.profile = workspace.profile;
        this.destination = destination;
        this.doors = doors;
        this.model = new JournalViewModel(workspace.journal, workspace.tasks, workspace.words, ticker, this::names, this,
                workspace.session.folder().settings().resolve("pseudonyms.key"));
    }

    JournalViewModel model() {
        return model;
    }

    Node page(ViewLoader loader) {
        return loader.load(new JournalView(model, workspace.words));
    }

    @Override
    public Optional<String> versionBefore(JournalItem item) {
        return CurrentStep.of(item.intent()).map(CurrentStep::from);
    }

    @Override
    public Optional<Text> whyNotBack(JournalItem item) {
        Optional<CurrentStep> step = CurrentStep.of(item.intent());
        if (step.isEmpty()) {
            return Optional.of(Text.of("journal.back.unknown"));
        }
        return isHere(item.first()) ? workspace.desk.whyNot(back(item, step.get())) : Optional.of(Text.of("journal.back.elsewhere", item.first().profile(), item.first().host()));
    }

    @Override
    public void rollBack(JournalItem item) {
        CurrentStep.of(item.intent()).ifPresent(step -> workspace.desk.request(back(item, step)));
    }

    @Override
    public boolean canShow(JournalItem item) {
        String id = item.first().target();
        return isHere(item.first()) && (workspace.fleet.fleet().find(id).isPresent() || workspace.apps.snapshot().find(id).isPresent());
    }

    @Override
    public void show(JournalItem item) {
        String id = item.first().target();
        (workspace.fleet.fleet().find(id).isPresent() ? doors.engine() : doors.app()).accept(id);
    }

    @Override
    public String where() {
        return profile.name() + " (" + profile.kind() + "), " + profile.host();
    }

    @Override
    public Optional<Path> chooseFile(String suggestedName) {
        return destination.choose(suggestedName);
    }

    @Override
    public void say(Text text) {
        doors.say().accept(text);
    }

    @Override
    public void warn(Text text) {
        doors.warn().accept(text);
    }

    private static RollBackVersion back(JournalItem item, CurrentStep step) {
        return new RollBackVersion(item.first().target(), step.from());
    }

    /** The sandbox has another port each time. */
    private boolean isHere(JournalEntry entry) {
        return entry.profile().equals(profile.name()) && withoutPort(entry.host()).equals(withoutPort(profile.host()));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }

    private UnaryOperator<String> names() {
        AppsSnapshot known = workspace.apps.snapshot();
        return id -> known.find(id).map(App::name).orElse(id.substring(0, Math.min(8, id.length())));
    }
}
