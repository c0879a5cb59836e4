package sh.inference.console.ui.shell;

import java.util.Optional;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;

import sh.inference.console.fx.ViewLoader;
import sh.inference.console.state.Notice;
import sh.inference.console.state.Notices;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Flyout;
import sh.inference.console.ui.common.HoverText;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.notices.NoticesView;
import sh.inference.console.ui.notices.NoticesViewModel;
import sh.inference.console.ui.notices.Remedies;

/** The bell in the header: how many notices are new, and the list that drops down from it. */
public final class NoticesBell {
    private static final Insets BELOW_THE_HEADER = new Insets(46, 8, 8, 8);
    private final Notices notices;
    private final Messages words;
    private final Button button = new Button();
    private final Flyout flyout;

    public NoticesBell(Notices notices, Messages words, Ticker ticker, ViewLoader loader, Remedies remedies) {
        this.notices = notices;
        this.words = words;
        NoticesViewModel model = new NoticesViewModel(notices, words, ticker, notice -> remedies.of(notice).map(remedy -> new Remedies.Remedy(remedy.words(), () -> {
            close();
            remedy.run().run();
        })));
        flyout = new Flyout(() -> loader.load(new NoticesView(model, words)), Pos.TOP_RIGHT, BELOW_THE_HEADER, model::closed);
        button.setId("notices-bell");
        button.getStyleClass().addAll("quiet", "bell");
        HoverText.on(button, button::getAccessibleText);
        button.setOnAction(event -> toggle());
        notices.unreadProperty().subscribe(count -> show(count.intValue()));
    }

    private void close() {
        flyout.close();
    }

    /** Opens the list, or closes it when it is open. */
    public void toggle() {
        flyout.toggle(button);
    }

    Node button() {
        return button;
    }

    Flyout flyout() {
        return flyout;
    }

    private void show(int unread) {
        Optional<Notice.Level> worst = notices.worstUnread();
        String said = words.of("notices.bell", unread);
        button.setGraphic(Icons.of(unread == 0 ? Icons.NOTICES : Icons.NOTICES_NEW));
        button.setText(unread == 0 ? "" : words.formats().number(unread));
        button.setAccessibleText(said);
        button.pseudoClassStateChanged(PseudoClass.getPseudoClass("warn"), worst.filter(Notice.Level.WARNING::equals).isPresent());
        button.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), worst.filter(Notice.Level.ERROR::equals).isPresent());
    }
}
