package sh.inference.console.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import sh.inference.console.export.JournalReport;
import sh.inference.console.model.Text;
import sh.inference.console.ops.Verb;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.ui.apps.AppRow;
import sh.inference.console.ui.apps.AppsViewModel;
import sh.inference.console.ui.bulk.BulkBarViewModel;
import sh.inference.console.ui.common.Action;
import sh.inference.console.ui.common.Action.Group;
import sh.inference.console.ui.common.Actions;
import sh.inference.console.ui.common.EngineVerbs;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.compare.CompareViewModel;
import sh.inference.console.ui.journal.JournalExports;
import sh.inference.console.ui.profile.ProfileDialogs;
import sh.inference.console.ui.shell.ShellViewModel.Page;
import sh.inference.console.ui.versions.VersionsViewModel;
import sh.inference.console.ui.versions.WebLink;

/** Registers what the whole window can do: what is not registered has neither a key nor a line in the palette. */
public final class WindowActions {
    private final Actions actions;
    private final ShellViewModel shell;

    public WindowActions(Actions actions, ShellViewModel shell) {
        this.actions = actions;
        this.shell = shell;
    }

    /** The pages, each on Ctrl/Cmd and its number, and what belongs to no page. */
    public WindowActions window(ShellView view, Runnable palette, Runnable sheet, Runnable settings) {
        for (Page page : Page.values()) {
            String id = "page-" + page.name().toLowerCase(Locale.ROOT);
            actions.add(Action.of(id, Group.PAGES, ShellView.icon(page), List.of("Shortcut+" + (page.ordinal() + 1)), () -> {
                shell.go(page);
                view.focusPage();
            }));
        }
        actions.add(Action.of("palette", Group.WINDOW, Icons.SEARCH, List.of("Shortcut+K"), palette));
        actions.add(Action.of("sheet", Group.WINDOW, Icons.KEYBOARD, List.of("F1", "?"), sheet));
        actions.add(Action.of("settings", Group.WINDOW, Icons.SETTINGS, List.of("Shortcut+Comma"), settings));
        actions.add(Action.of("read", Group.WINDOW, Icons.REFRESH, List.of("F5", "Shortcut+R"), shell::readNow));
        actions.add(Action.of("notices", Group.WINDOW, Icons.NOTICES, List.of(), view::toggleNotices));
        actions.add(new Action("work", Group.WINDOW, Icons.WORK, Text.of("action.work"), List.of(), false, view::whyNoWork, view::toggleWork));
        actions.add(Action.of("diagnostics", Group.WINDOW, Icons.DIAGNOSTICS, List.of(), view::toggleDiagnostics));
        actions.add(Action.of("pane", Group.WINDOW, Icons.ARROW, List.of("F6"), view::nextPane));
        actions.add(new Action("filter", Group.LIST, Icons.FILTER, Text.of("action.filter"), List.of("Shortcut+F", "/"), false,
                () -> view.hasFilter() ? Optional.empty() : Optional.of(Text.of("action.filter.none")), view::focusFilter));
        return this;
    }

    /** What the table of a page can be copied and saved as. */
    public WindowActions exports(ShellView view, Exporter exporter, JournalExports journal) {
        Supplier<Optional<Text>> noTable = () -> view.panes().list().isPresent() ? Optional.empty() : Optional.of(Text.of("action.export.none"));
        Supplier<Optional<Text>> noRow = () -> exporter.whyNoRow(view.panes());
        actions.add(new Action("export-csv", Group.LIST, Icons.SAVE, Text.of("action.export.csv"), List.of("Shortcut+S"), false, noTable,
                () -> onJournal(journal, JournalReport.Form.CSV, () -> exporter.save(view.panes(), page(), shell.asOf(), "csv"))));
        actions.add(new Action("export-json", Group.LIST, Icons.SAVE, Text.of("action.export.json"), List.of("Shortcut+Shift+S"), false, noTable,
                () -> onJournal(journal, JournalReport.Form.JSON, () -> exporter.save(view.panes(), page(), shell.asOf(), "json"))));
        actions.add(new Action("export-markdown", Group.LIST, Icons.SAVE, Text.of("action.export.markdown"), List.of(), false, () -> elsewhere(Page.JOURNAL),
                () -> journal.save(JournalReport.Form.MARKDOWN)));
        actions.add(new Action("copy-json", Group.LIST, Icons.COPY, Text.of("action.copy.json"), List.of("Shortcut+Alt+C"), false, noRow,
                () -> exporter.copyJson(view.panes(), page(), shell.asOf())));
        actions.add(new Action("copy-text", Group.LIST, Icons.COPY, Text.of("action.copy.text"), List.of("Shortcut+C"), false, noRow, () -> exporter.copyText(view.panes())));
        actions.add(new Action("copy-curl", Group.LIST, Icons.COPY, Text.of("action.copy.curl"), List.of("Shortcut+Shift+C"), false, noRow, () -> exporter.copyCurl(view.panes())));
        return this;
    }

    /** The journal is written as it stands, line by line, and not as it is seen. */
    private void onJournal(JournalExports journal, JournalReport.Form form, Runnable otherwise) {
        if (shell.pageProperty().get() == Page.JOURNAL) {
            journal.save(form);
        } else {
            otherwise.run();
        }
    }

    private String page() {
        return ShellViewModel.key(shell.pageProperty().get());
    }

    /**
     * The verbs on the chosen engine, and on all that are selected while they are several.
     *
     * @param chosen  the id of the chosen engine
     * @param several what can be asked for on those that are selected
     */
    public WindowActions engines(Supplier<Optional<String>> chosen, EngineVerbs verbs, BulkBarViewModel several) {
        for (Verb verb : EngineVerbs.ALL) {
            List<String> keys = switch (verb) {
                case DRAIN -> List.of("Alt+D");
                case UPDATE -> List.of("Alt+U");
                case EXTEND -> List.of("Alt+X");
                default -> List.of();
            };
            actions.add(new Action("engine-" + verb.key(), Group.VERBS, EngineVerbs.icon(verb), Text.of("action.engine." + verb.key()), keys, true,
                    () -> elsewhere(Page.ENGINES).or(() -> whyNot(verb, chosen.get(), verbs, several)),
                    () -> {
                        if (several.isOfUse()) {
                            several.request(verb);
                        } else {
                            verbs.request(verb, chosen.get().orElseThrow());
                        }
                    }));
        }
        for (Verb verb : BulkBarViewModel.VERBS) {
            actions.add(new Action("engines-" + verb.key(), Group.VERBS, EngineVerbs.icon(verb), Text.of("action.engines." + verb.key()), List.of(), true,
                    () -> elsewhere(Page.ENGINES).or(() -> several.isOfUse() ? several.whyNot(verb) : Optional.of(Text.of("action.engines.none"))), () -> several.request(verb)));
        }
        return this;
    }

    /** While several engines are selected, a verb is meant for all of them; one that is asked for one at a time says so. */
    private static Optional<Text> whyNot(Verb verb, Optional<String> chosen, EngineVerbs verbs, BulkBarViewModel several) {
        if (several.isOfUse()) {
            return BulkBarViewModel.VERBS.contains(verb) ? several.whyNot(verb) : Optional.of(Text.of("action.engines.one"));
        }
        return chosen.isEmpty() ? Optional.of(Text.of("action.engine.none")) : verbs.whyNot(verb, chosen.get());
    }

    /** The verbs on the chosen app and its chosen version; over a comparison, on the version that is compared. */
    public WindowActions apps(AppsViewModel list, VersionsViewModel versions, CompareViewModel comparison, WebLink web) {
        Supplier<Optional<Text>> noApp = () -> elsewhere(Page.APPS).or(() -> list.selectedProperty().get() == null ? Optional.of(Text.of("action.app.none")) : Optional.empty());
        actions.add(new Action("version-promote", Group.VERBS, Icons.PROMOTE, Text.of("action.version.promote"), List.of("Alt+P"), true,
                () -> elsewhere(Page.APPS).or(() -> said((comparison.openProperty().get() ? comparison.obstacleProperty() : versions.promoteObstacleProperty()).get())),
                () -> {
                    if (comparison.openProperty().get()) {
                        comparison.makeCurrent();
                    } else {
                        versions.promote();
                    }
                }));
        actions.add(new Action("version-roll-back", Group.VERBS, Icons.ROLL_BACK, Text.of("action.version.roll-back"), List.of(), true,
                () -> elsewhere(Page.APPS).or(() -> said(versions.rollBackObstacleProperty().get())), versions::rollBack));
        // On every page: whoever moved a version may have gone to look at the engines since.
        actions.add(new Action("version-undo", Group.VERBS, Icons.ROLL_BACK, Text.of("action.version.undo"), List.of("Alt+Z"), true,
                () -> versions.undo().offerProperty().get().isPresent() ? Optional.empty() : Optional.of(Text.of("action.version.undo.none")), versions.undo()::request));
        actions.add(new Action("version-compare", Group.LIST, Icons.COMPARE, Text.of("action.version.compare"), List.of(), false,
                () -> noApp.get().or(() -> versions.pair().isPresent() ? Optional.empty() : Optional.of(Text.of("action.version.compare.none"))),
                () -> versions.pair().ifPresent(comparison::show)));
        actions.add(new Action("app-status", Group.VERBS, Icons.APPS, Text.of("action.app.status"), List.of(), true, noApp, versions::setStatus));
        actions.add(new Action("app-favourite", Group.LIST, Icons.FAVOURITE, Text.of("action.app.favourite"), List.of("Alt+S"), false, noApp, list::toggleFavourite));
        actions.add(new Action("app-web", Group.LIST, Icons.APPS, Text.of("action.app.web"), List.of(), false,
                () -> noApp.get().or(() -> chosen(list).flatMap(web.page()).isPresent() ? Optional.empty() : Optional.of(Text.of("action.app.web.none"))),
                () -> chosen(list).flatMap(web.page()).ifPresent(web.open())));
        return this;
    }

    private static Optional<String> chosen(AppsViewModel list) {
        return Optional.ofNullable(list.selectedProperty().get()).map(AppRow::id);
    }

    /** Where one is, and whether changes may be sent there. */
    public WindowActions profiles(ShellView view, ProfileDialogs dialogs, SavedProfile shown, WriteLockViewModel lock) {
        actions.add(Action.of("window-new", Group.WINDOW, Icons.WINDOW, List.of("Shortcut+Shift+N"), dialogs.actions()::openWindow));
        actions.add(Action.of("profile-add", Group.WINDOW, Icons.KEY, List.of(), dialogs::add));
        actions.add(new Action("profile-edit", Group.WINDOW, Icons.KEY, Text.of("action.profile-edit"), List.of(), false,
                () -> dialogs.actions().book().profiles().contains(shown) ? Optional.empty() : Optional.of(Text.of("action.profile-edit.none")), () -> dialogs.edit(shown)));
        actions.add(Action.of("profile-manage", Group.WINDOW, Icons.KEY, List.of(), dialogs::manage));
        // Unlocking goes through the menu, so that no single key opens the lock.
        actions.add(Action.of("write-lock", Group.WINDOW, Icons.UNLOCKED, List.of(), view::showWriteLock));
        actions.add(new Action("write-lock-now", Group.WINDOW, Icons.LOCKED, Text.of("lock.lock"), List.of(), false,
                () -> lock.canLock() ? Optional.empty() : Optional.of(Text.of("lock.locked")), lock::lock));
        return this;
    }

    private Optional<Text> elsewhere(Page page) {
        return shell.pageProperty().get() == page ? Optional.empty() : Optional.of(Text.of("action.elsewhere", Text.of("page." + ShellViewModel.key(page))));
    }

    private static Optional<Text> said(String obstacle) {
        return obstacle.isEmpty() ? Optional.empty() : Optional.of(Text.verbatim(obstacle));
    }
}
