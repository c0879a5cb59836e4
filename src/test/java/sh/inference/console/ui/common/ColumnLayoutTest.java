package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.profile.TableLayouts;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;

@ExtendWith(FxExtension.class)
class ColumnLayoutTest {
    private static final List<ColumnFit.Need> NEEDS = List.of(new ColumnFit.Need("name", 50, 100, 1, 300, false), new ColumnFit.Need("apps", 40, 80, 0, 80, true),
            new ColumnFit.Need("feed", 40, 60, 0, 60, true), new ColumnFit.Need("seen", 20, 40, 0, 40, false));
    @TempDir
    private Path folder;
    private TableView<String> table;
    private ColumnLayout<String> layout;

    private void open() {
        table = new TableView<>();
        NEEDS.forEach(need -> {
            TableColumn<String, String> column = new TableColumn<>(need.id());
            column.setId(need.id());
            table.getColumns().add(column);
        });
        layout = new ColumnLayout<>(table, "engines", NEEDS, List.of("apps", "feed"), Set.of("feed"), new TableLayouts(folder, "p", Runnable::run),
                new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC)));
        layout.fit(400, 1);
    }

    private List<String> shown() {
        return table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }

    private MenuItem choice(String column, int which) {
        Menu arrange = (Menu) layout.menu().stream().filter(Menu.class::isInstance).findFirst().orElseThrow();
        return ((Menu) arrange.getItems().stream().filter(item -> item.getText().equals(column)).findFirst().orElseThrow()).getItems().get(which);
    }

    @Test
    void whatIsChosenMovedAndSizedIsThereAgainNextTimeAndResetInOneStep() {
        Fx.run(() -> {
            open();
            assertThat(shown()).containsExactly("name", "apps", "seen");
            layout.show("feed", true);
            layout.show("apps", false);
            choice("Seen", 0).fire();
            choice("Engine", 2).fire();
            double wide = table.getColumns().getFirst().getWidth();

            open();
            assertThat(shown()).containsExactly("name", "seen", "feed");
            assertThat(table.getColumns().getFirst().getWidth()).isEqualTo(wide);
            assertThat(layout.isAsItComes()).isFalse();

            layout.reset();
            assertThat(shown()).containsExactly("name", "apps", "seen");
            open();
            assertThat(shown()).containsExactly("name", "apps", "seen");
            assertThat(layout.isAsItComes()).isTrue();
        });
    }

    @Test
    void aChosenColumnStaysWhereASpareOneLeaves() {
        Fx.run(() -> {
            open();
            layout.show("feed", true);
            layout.fit(150, 1);

            assertThat(shown()).containsExactly("name", "feed", "seen");
        });
    }

    @Test
    void theLastColumnCannotBeTakenAway() {
        Fx.run(() -> {
            open();
            List.of("name", "apps").forEach(id -> layout.show(id, false));

            assertThat(layout.menu().stream().filter(item -> "engines-columns-seen".equals(item.getId()))).allMatch(MenuItem::isDisable);
        });
    }
}
