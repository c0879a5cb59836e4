package sh.inference.console.ui.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProxySetting;
import sh.inference.console.profile.WritePolicy;
import sh.inference.console.state.ConnectionProbe;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.TabLeaves;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Kinds;

/** The form of a profile. The key is typed behind dots and never shown again. */
public final class ProfileEditorView {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final List<ProfileKind> REAL = List.of(ProfileKind.PRODUCTION, ProfileKind.STAGING, ProfileKind.DEVELOPMENT);
    private final ProfileEditorViewModel model;
    private final Messages words;
    private final boolean alone;
    @FXML private VBox root;
    @FXML private Label title;
    @FXML private TextField name;
    @FXML private TextField address;
    @FXML private HBox kinds;
    @FXML private Label kindHint;
    @FXML private PasswordField key;
    @FXML private Button forget;
    @FXML private Label keyHint;
    @FXML private PasswordField passphrase;
    @FXML private CheckBox plain;
    @FXML private VBox test;
    @FXML private Label testRemark;
    @FXML private VBox lines;
    @FXML private GridPane more;
    @FXML private ComboBox<WritePolicy.Start> start;
    @FXML private ScrollPane scroll;
    @FXML private VBox body;
    @FXML private TextField unlocked;
    @FXML private ComboBox<ProxySetting.Way> way;
    @FXML private HBox proxyPlace;
    @FXML private TextField proxyHost;
    @FXML private TextField proxyPort;
    @FXML private HBox proxyWho;
    @FXML private TextField proxyUser;
    @FXML private PasswordField proxyPassword;
    @FXML private TextArea certificates;
    @FXML private TextField connect;
    @FXML private TextField reply;
    @FXML private TextField reconcile;
    @FXML private CheckBox apiVersion;
    @FXML private Label complaint;
    @FXML private Button moreButton;
    @FXML private Button cancel;
    @FXML private Button testButton;
    @FXML private Button save;

    /** @param alone whether it stands in a dialog of its own, with a button to leave it */
    public ProfileEditorView(ProfileEditorViewModel model, boolean alone) {
        this.model = model;
        this.words = model.words();
        this.alone = alone;
    }

    @FXML
    private void initialize() {
        ProfileForm form = model.form();
        title.setText(alone ? model.title() : words.of("welcome.connect"));
        title.setGraphic(Icons.of(Icons.KEY));
        cancel.setVisible(alone);
        cancel.setManaged(alone);
        save.setDefaultButton(alone);
        name.textProperty().bindBidirectional(form.name);
        address.textProperty().bindBidirectional(form.address);
        key.textProperty().bindBidirectional(form.key);
        key.setPromptText(words.of(model.isNew() ? "profile.key.prompt" : "profile.key.replace"));
        forget.setVisible(!model.isNew());
        forget.setManaged(!model.isNew());
        keyHint.textProperty().bind(model.keyHintProperty());
        passphrase.textProperty().bindBidirectional(model.passphraseProperty());
        model.placeProperty().subscribe(now -> shown(passphrase, model.asksForPassphrase()));
        plain.selectedProperty().bindBidirectional(form.plainAccepted);
        form.address.subscribe(now -> {
            shown(plain, model.needsPlainConsent());
            plain.setText(words.of("profile.plain.consent", form.url().map(url -> url.getHost()).orElse("")));
        });
        kinds();
        start.setItems(FXCollections.observableArrayList(WritePolicy.Start.values()));
        start.setConverter(worded(value -> words.of("profile.start." + key(value))));
        start.valueProperty().bindBidirectional(form.start);
        unlocked.textProperty().bindBidirectional(form.unlockedMinutes);
        way.setItems(FXCollections.observableArrayList(ProxySetting.Way.values()));
        way.setConverter(worded(value -> words.of("profile.way." + key(value))));
        way.valueProperty().bindBidirectional(form.way);
        form.way.subscribe(now -> {
            shown(proxyPlace, now == ProxySetting.Way.MANUAL);
            shown(proxyWho, now == ProxySetting.Way.MANUAL);
        });
        proxyHost.textProperty().bindBidirectional(form.proxyHost);
        proxyPort.textProperty().bindBidirectional(form.proxyPort);
        proxyUser.textProperty().bindBidirectional(form.proxyUser);
        proxyPassword.textProperty().bindBidirectional(form.proxyPassword);
        TabLeaves.from(certificates);
        certificates.textProperty().bindBidirectional(form.certificates);
        connect.textProperty().bindBidirectional(form.connectSeconds);
        reply.textProperty().bindBidirectional(form.replySeconds);
        reconcile.textProperty().bindBidirectional(form.reconcileSeconds);
        apiVersion.selectedProperty().bindBidirectional(form.sendApiVersion);
        testRemark.textProperty().bind(model.testRemarkProperty());
        model.testRemarkProperty().subscribe(now -> shown(test, !now.isEmpty()));
        model.lines().addListener((ListChangeListener<ConnectionProbe.Line>) change -> lines.getChildren().setAll(model.lines().stream().map(line -> new TestLine(line, words)).toList()));
        model.complaintProperty().subscribe(this::showComplaint);
        model.busyProperty().subscribe(busy -> {
            testButton.setDisable(busy);
            save.setDisable(busy);
        });
        shown(more, false);
        // What wraps is higher than a scroll pane believes; as high as this the dialog wants to be, where the window allows it.
        body.heightProperty().subscribe(height -> scroll.setPrefViewportHeight(height.doubleValue()));
        Map.of("profile.name", name, "profile.address", address, "profile.key", key, "profile.writes", start, "profile.unlocked", unlocked, "profile.proxy", way,
                "profile.certificates", certificates, "profile.connect", connect, "profile.reply", reply, "profile.reconcile", reconcile)
                .forEach((word, field) -> field.setAccessibleText(words.of(word)));
    }

    void focusFirst() {
        // What a scroll pane holds stands in no window before the pane is styled, and cannot take the focus.
        scroll.applyCss();
        name.requestFocus();
    }

    private void kinds() {
        ToggleGroup group = new ToggleGroup();
        for (ProfileKind kind : REAL) {
            ToggleButton button = new ToggleButton(words.of("profile.kind." + kind.name().toLowerCase(Locale.ROOT)), Icons.of(Kinds.icon(kind)));
            button.setId("profile-kind-" + kind.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add(Kinds.styleClass(kind));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.choose(kind);
            });
            HBox.setHgrow(button, Priority.ALWAYS);
            kinds.getChildren().add(button);
        }
        model.form().kind.subscribe(now -> {
            if (REAL.contains(now)) {
                group.selectToggle((ToggleButton) kinds.getChildren().get(REAL.indexOf(now)));
            }
            kindHint.setText(words.of("profile.kind.hint." + now.name().toLowerCase(Locale.ROOT)));
        });
    }

    private void showComplaint(Optional<ProfileForm.Complaint> what) {
        complaint.setText(what.map(one -> words.of(one.text())).orElse(""));
        shown(complaint, what.isPresent());
        for (Node field : List.of(name, address, key, proxyHost, unlocked, connect, reply, reconcile, certificates)) {
            boolean wrong = what.filter(one -> one.field().equals(field.getId())).isPresent();
            field.pseudoClassStateChanged(INVALID, wrong);
            if (wrong) {
                if (isInside(more, field)) {
                    shown(more, true);
                }
                field.requestFocus();
            }
        }
    }

    private static boolean isInside(Node outer, Node inner) {
        for (Node at = inner; at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    @FXML
    private void toggleMore() {
        shown(more, !more.isVisible());
        moreButton.setText(words.of(more.isVisible() ? "profile.less" : "profile.more"));
    }

    @FXML
    private void forgetKey() {
        model.forgetKey();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void test() {
        model.test();
    }

    @FXML
    private void save() {
        model.save();
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> StringConverter<E> worded(Function<E, String> said) {
        return new StringConverter<>() {
            @Override
            public String toString(E value) {
                return value == null ? "" : said.apply(value);
            }

            @Override
            public E fromString(String text) {
                return null;
            }
        };
    }
}
