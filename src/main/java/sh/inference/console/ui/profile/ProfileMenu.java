package sh.inference.console.ui.profile;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.KindBadge;

/** Where one is, in the header: kind, name and host, and a menu of the other profiles. */
public final class ProfileMenu extends MenuButton {
    private final ProfileDialogs dialogs;
    private final Messages words;
    private final Label host = new Label();

    public ProfileMenu(ConnectionProfile shown, ProfileDialogs dialogs, Messages words) {
        this.dialogs = dialogs;
        this.words = words;
        setId("profile-menu");
        getStyleClass().addAll("quiet", "profile-menu");
        setMnemonicParsing(false);
        Label name = new Label(shown.name());
        name.setId("profile-name");
        name.getStyleClass().add("semibold");
        host.setText(shown.host());
        host.setId("profile-host");
        host.getStyleClass().addAll("small", "muted");
        name.setMinWidth(USE_PREF_SIZE);
        // Whole in every window; only a host that is longer than any header ends in an ellipsis, and stands whole below the pointer.
        setMinWidth(USE_PREF_SIZE);
        setTooltip(new Tooltip(shown.host()));
        setGraphic(new HBox(8, new KindBadge(shown.kind(), words), name, host));
        setAccessibleText(words.of("profile.menu", words.of("kind." + shown.kind().name().toLowerCase(java.util.Locale.ROOT)), shown.name(), shown.host()));
        // Made when it opens and not before: the session it belongs to is not the shown one yet, and no window has to listen
        // to a list that outlives it. Without any item a menu would not open.
        getItems().add(new MenuItem());
        setOnShowing(event -> getItems().setAll(items()));
    }

    /** Whether there is room for the host beside the name. */
    public void showHost(boolean room) {
        host.setVisible(room);
        host.setManaged(room);
    }

    private List<MenuItem> items() {
        ProfileActions actions = dialogs.actions();
        List<MenuItem> items = new ArrayList<>();
        for (SavedProfile profile : actions.book().profiles()) {
            items.add(place("profile-to-" + profile.id(), profile.place(), profile.id(), profile.id().equals(actions.current().id())));
        }
        MenuItem sandbox = item("profile-to-sandbox", words.of("profile.sandbox"), () -> actions.open(""));
        sandbox.setGraphic(new KindBadge(ProfileKind.SANDBOX, words));
        sandbox.setDisable(actions.current().place().kind() == ProfileKind.SANDBOX);
        items.add(sandbox);
        items.add(new SeparatorMenuItem());
        items.add(item("profile-add", words.of("profile.add.more"), dialogs::add));
        if (actions.current().isKept()) {
            items.add(item("profile-edit", words.of("profile.edit.more"), () -> dialogs.edit(actions.current())));
        }
        items.add(item("profile-manage", words.of("profile.manage"), dialogs::manage));
        return items;
    }

    private MenuItem place(String id, ConnectionProfile place, String profile, boolean current) {
        MenuItem item = item(id, words.of("profile.place", place.name(), place.host()), () -> dialogs.actions().open(profile));
        Node badge = new KindBadge(place.kind(), words);
        item.setGraphic(current ? new HBox(6, badge, Icons.of(Icons.CHECK)) : badge);
        item.setDisable(current);
        return item;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
