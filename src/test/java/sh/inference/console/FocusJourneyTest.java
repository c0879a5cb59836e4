package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.Keys;
import sh.inference.console.ui.engines.EngineRow;

/** Where the focus is after a page, a pane, a dialog or an engine has gone: where work goes on, and never nowhere. */
class FocusJourneyTest extends OnSandbox {
    FocusJourneyTest() {
        super(1);
    }

    @Test
    void aPageThatIsAskedForByItsKeyHasTheFocusWhereItsWorkStartsAlsoForTheFirstTime() {
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(focused()).isEqualTo("apps-list");
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(focused()).isEqualTo("operations-list");
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(focused()).isEqualTo("journal-table");
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(focused()).isEqualTo("engines-table");
    }

    @Test
    void theDetailsOfAnEngineThatIsGoneKeepTheFocusAndEscLeadsBackToTheGrid() {
        choose("gpu-lon-01");
        Keys.push(KeyCode.F6);
        String inDetails = focused();
        assertThat(inDetails).isNotEqualTo("engines-table");
        Fx.run(() -> console.wiring().fleet().remove(console.entry("gpu-lon-01").engine().id()));
        Fx.settle();
        assertThat(focused()).isEqualTo(inDetails);
        Keys.push(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("engines-table");
    }

    @Test
    void escInTheGridClosesTheDetails() {
        choose("gpu-lon-01");
        Fx.await("the details", 5, () -> console.isShown("engine-name"));
        assertThat(focused()).isEqualTo("engines-table");
        Keys.push(KeyCode.ESCAPE);
        assertThat(Fx.call(() -> console.isShown("engine-name"))).isFalse();
    }

    @Test
    void aDialogAndThePaletteAndTheSheetGiveTheFocusBack() {
        choose("gpu-lon-03");
        for (KeyCode[] keys : new KeyCode[][] {{KeyCode.ALT, KeyCode.D}, {KeyCode.CONTROL, KeyCode.K}, {KeyCode.F1}, {KeyCode.CONTROL, KeyCode.COMMA}}) {
            Keys.push(keys);
            assertThat(focused()).isNotEqualTo("engines-table");
            Keys.push(KeyCode.ESCAPE);
            assertThat(focused()).isEqualTo("engines-table");
        }
    }

    @Test
    void aComparisonGivesTheFocusBack() {
        Keys.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Fx.await("the versions", 10, () -> console.isShown("versions-table") && !console.table("versions-table").getItems().isEmpty());
        Fx.run(() -> console.node("versions-table").requestFocus());
        Fx.run(() -> console.wiring().actions().run("version-compare"));
        Fx.await("the comparison", 10, () -> console.isShown("compare-changes"));
        assertThat(focused()).isEqualTo("compare-changes");
        Keys.push(KeyCode.ESCAPE);
        assertThat(focused()).isEqualTo("versions-table");
    }

    @Test
    void aDialogThatAsksForAWordBeginsInItsField() {
        choose("gpu-lon-03");
        Fx.run(() -> console.wiring().actions().run("engine-rename"));
        Fx.await("the dialog", 10, () -> console.isShown("confirm-dialog"));
        assertThat(focused()).isEqualTo("rename-name");
        Keys.push(KeyCode.ESCAPE);
        Fx.run(() -> console.wiring().actions().run("profile-add"));
        Fx.await("the form", 10, () -> console.isShown("profile-editor"));
        assertThat(focused()).isEqualTo("profile-name-field");
    }

    private void choose(String name) {
        Hand.KEYBOARD.choose(console, "engines-table", item -> item instanceof EngineRow row && row.entry().engine().name().equals(name));
        Fx.await("its details", 10, () -> console.isShown("engine-name") && console.text("engine-name").equals(name));
    }

    private String focused() {
        return Fx.call(() -> {
            Node owner = console.scene().getFocusOwner();
            return owner == null ? "nothing" : String.valueOf(owner.getId());
        });
    }
}
