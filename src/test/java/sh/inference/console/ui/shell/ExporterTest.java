package sh.inference.console.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.ApiCall;
import sh.inference.console.model.Text;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;
import sh.inference.console.text.Formats;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.BackgroundWork;
import sh.inference.console.ui.common.SeenList;

/** A page with a table and a list beside it: what is copied and saved is what somebody works in, and says where it is from. */
@ExtendWith(FxExtension.class)
class ExporterTest {
    private static final Instant AS_OF = Instant.parse("2026-10-13T13:02:10Z");
    private final Messages words = new Messages(Locale.ENGLISH, new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final List<String> said = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();
    @TempDir
    private Path folder;
    private TableView<String> table;
    private ListView<String> list;
    private TextField filter;
    private Panes panes;
    private Exporter exporter;

    @BeforeEach
    void open() {
        Fx.run(() -> {
            table = new TableView<>();
            TableColumn<String, String> column = new TableColumn<>("Engine");
            column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
            table.getColumns().add(column);
            table.getItems().setAll("gpu-1", "gpu-2");
            new SeenList(() -> Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(row -> new SeenList.Row(row + "\tRunning", Optional.of(new ApiCall("GET", "/engines/" + row, Optional.empty())))))
                    .filteredBy(() -> "GPU H100").offeredBy(table);
            list = new ListView<>();
            list.getItems().setAll("Drain gpu-1", "Stop gpu-2");
            new SeenList(() -> Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(row -> new SeenList.Row(row, Optional.empty())))
                    .inColumns(List.of("Operation"), () -> list.getItems().stream().map(List::of).toList()).offeredBy(list);
            filter = new TextField("gpu");
            filter.setId("some-filter");
            StackPane page = new StackPane(new VBox(filter, table, list));
            HBox navigation = new HBox();
            panes = new Panes(navigation, page);
            Stage stage = new Stage();
            stage.setScene(new Scene(new VBox(navigation, page), 600, 500));
            stage.show();
            ConnectionProfile profile = new ConnectionProfile("prod-eu", URI.create("https://api.inference.sh"), ProfileKind.PRODUCTION);
            exporter = new Exporter(profile, name -> Optional.of(folder.resolve(name)), new BackgroundWork(new TaskRunner(Runnable::run, Runnable::run)), words,
                    text -> said.add(words.of(text)), text -> warned.add(words.of(text)));
            filter.requestFocus();
        });
        Fx.settle();
    }

    @Test
    void theFirstListIsMeantUntilAnotherOneHasTheFocus() {
        assertThat(Fx.call(() -> exporter.whyNoRow(panes))).contains(Text.of("action.copy.none"));
        Fx.run(() -> {
            table.getSelectionModel().select(1);
            exporter.copyText(panes);
        });
        assertThat(clipboard()).isEqualTo("gpu-2\tRunning");
        Fx.run(() -> {
            list.getSelectionModel().select(0);
            list.requestFocus();
            exporter.copyText(panes);
        });
        assertThat(clipboard()).isEqualTo("Drain gpu-1");
    }

    @Test
    void aRowIsCopiedAsItsRequestAndWhereThereIsNoneThatIsSaid() {
        Fx.run(() -> {
            table.getSelectionModel().select(0);
            exporter.copyCurl(panes);
        });
        assertThat(clipboard()).startsWith("curl -X GET 'https://api.inference.sh/engines/gpu-1'").contains("$INFERENCE_API_KEY");
        Fx.run(() -> {
            list.getSelectionModel().select(0);
            list.requestFocus();
            exporter.copyCurl(panes);
        });
        assertThat(said).last().isEqualTo("There is no request for this row.");
    }

    @Test
    void aRowAsJsonSaysWhereItIsFromAndWhatTheListWasFilteredBy() throws IOException {
        Fx.run(() -> {
            table.getSelectionModel().select(0);
            exporter.copyJson(panes, "engines", AS_OF);
        });
        JsonNode json = new ObjectMapper().readTree(clipboard());
        assertThat(json.path("filter").asText()).isEqualTo("gpu, GPU H100");
        assertThat(json.path("profile").asText()).isEqualTo("prod-eu");
        assertThat(json.path("as_of").asText()).isEqualTo(AS_OF.toString());
        assertThat(json.path("rows")).hasSize(1);
        assertThat(json.path("rows").get(0).path("Engine").asText()).isEqualTo("gpu-1");
    }

    @Test
    void aListThatIsNoTableIsSavedInItsColumns() throws IOException {
        Fx.run(() -> {
            list.requestFocus();
            exporter.save(panes, "operations", AS_OF, "csv");
        });
        assertThat(Files.readAllLines(folder.resolve("operations-prod-eu.csv"))).contains("# filter: gpu", "Operation", "Drain gpu-1", "Stop gpu-2");
        assertThat(said).last().asString().startsWith("2 rows saved");
    }

    @Test
    void aFolderThatIsNotThereIsNamedWhereItCannotBeMissed() {
        Fx.run(() -> exporter.save(panes, "gone/engines", AS_OF, "csv"));
        assertThat(warned).singleElement().asString().isEqualTo("Not saved: %s cannot be written (there is no such folder). Choose another folder.".formatted(folder.resolve("gone/engines-prod-eu.csv")));
        assertThat(said).isEmpty();
    }

    private static String clipboard() {
        return Fx.call(() -> Clipboard.getSystemClipboard().getString());
    }
}
