package sh.inference.console.ui.profile;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import sh.inference.console.profile.SavedProfile;
import sh.inference.console.ui.common.KindBadge;
import sh.inference.console.ui.common.WrapBar;

/** The list of profiles with what can be done to each. */
public final class ProfilesView {
    private final ProfilesViewModel model;
    private final ProfileDialogs dialogs;
    private final Runnable close;
    @FXML private VBox list;
    @FXML private Label empty;
    @FXML private Label complaint;

    public ProfilesView(ProfilesViewModel model, ProfileDialogs dialogs, Runnable close) {
        this.model = model;
        this.dialogs = dialogs;
        this.close = close;
    }

    @FXML
    private void initialize() {
        complaint.textProperty().bind(model.complaintProperty());
        complaint.visibleProperty().bind(model.complaintProperty().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
        model.profiles().addListener((ListChangeListener<SavedProfile>) change -> show());
        show();
    }

    private void show() {
        empty.setVisible(model.profiles().isEmpty());
        empty.setManaged(model.profiles().isEmpty());
        list.getChildren().setAll(model.profiles().stream().map(this::row).toList());
    }

    private Node row(SavedProfile profile) {
        Label name = new Label(profile.place().name());
        name.getStyleClass().add("semibold");
        Label host = new Label(profile.place().host());
        host.getStyleClass().addAll("small", "muted");
        Button open = button(profile, "open", model.isCurrent(profile) ? "profile.shown" : "profile.open", () -> {
            close.run();
            model.open(profile);
        });
        open.setDisable(model.isCurrent(profile));
        HBox who = new HBox(new KindBadge(profile.place().kind(), model.words()), name, host);
        who.getStyleClass().add("profiles-who");
        FlowPane verbs = new FlowPane(open, button(profile, "edit", "profile.edit.short", () -> {
                    close.run();
                    dialogs.edit(profile);
                }),
                button(profile, "copy", "profile.duplicate", () -> model.duplicate(profile)),
                button(profile, "delete", model.isAsked(profile) ? "profile.delete.now" : "profile.delete", () -> model.remove(profile)));
        verbs.getStyleClass().add("profiles-verbs");
        WrapBar row = new WrapBar();
        row.setWhole(true);
        row.getChildren().setAll(who, verbs);
        row.getStyleClass().addAll("profiles-row", "line-below");
        return row;
    }

    private Button button(SavedProfile profile, String what, String word, Runnable action) {
        Button button = new Button(model.words().of(word));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("profiles-" + what + "-" + profile.id());
        button.setAccessibleText(model.words().of("profile.does", model.words().of(word), profile.place().name()));
        button.setOnAction(event -> action.run());
        return button;
    }

    @FXML
    private void add() {
        close.run();
        dialogs.add();
    }

    @FXML
    private void close() {
        close.run();
    }
}
