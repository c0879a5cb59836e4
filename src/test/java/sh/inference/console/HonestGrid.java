package sh.inference.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;

import sh.inference.console.api.dto.EngineReader;
import sh.inference.console.api.dto.LenientJson;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Wire;
import sh.inference.console.testing.Fx;
import sh.inference.console.testing.OtherOperator;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.engines.EngineRow;

/** Compares what the cells of the grid show with what was true in the sandbox, and when. */
final class HonestGrid {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final List<String> COLUMNS = List.of("status", "workers", "vram", "temperature", "version");
    private final OpenConsole console;
    private final OtherOperator other;
    private final EngineWords words;
    /** Engine to what its cells should say to when that was true last. */
    private final Map<String, Map<List<String>, Long>> past = new HashMap<>();
    private Map<String, List<List<String>>> now = Map.of();
    private final Map<String, Long> since = new HashMap<>();

    HonestGrid(OpenConsole console, OtherOperator other) {
        this.console = console;
        this.other = other;
        this.words = console.wiring().workspace().engineWords;
        note(false);
    }

    /**
     * Takes down what is true at this moment.
     *
     * @param throttled whether the service calls running engines so, which is true as well
     */
    void note(boolean throttled) {
        List<Engine> engines = new ArrayList<>();
        other.get("/_sandbox/fleet").path("engines").forEach(json -> engines.add(read(json)));
        Map<String, List<List<String>>> all = new HashMap<>();
        Fx.run(() -> engines.forEach(engine -> all.put(engine.id(), throttled && engine.is(EngineStatus.RUNNING)
                ? List.of(cells(engine), cells(inWord(engine, "throttled"))) : List.of(cells(engine)))));
        long at = System.nanoTime();
        now = all;
        all.forEach((id, cells) -> cells.forEach(one -> past.computeIfAbsent(id, any -> new HashMap<>()).put(one, at)));
        all.keySet().forEach(id -> since.putIfAbsent(id, at));
    }

    /**
     * The rows that look live and show what was not true within a time, and the engines that have been there for so long without a
     * row; none while the whole grid is marked as old. FX thread.
     */
    List<String> untrue(Duration behind) {
        List<String> found = new ArrayList<>();
        if (isDimmed()) {
            if (!console.isShown("banner") || !console.text("banner-title").matches(".*(\\d\\d:\\d\\d:\\d\\d|refused|key).*")) {
                found.add("dimmed without a word since when: " + (console.isShown("banner") ? console.text("banner-title") : "no banner"));
            }
            return found;
        }
        long oldest = System.nanoTime() - behind.toNanos();
        for (TableRow<?> row : rows()) {
            EngineRow shown = (EngineRow) row.getItem();
            List<String> cells = cells(row);
            boolean right = behind.isZero() ? now.getOrDefault(shown.id(), List.of()).contains(cells)
                    : past.getOrDefault(shown.id(), Map.of()).getOrDefault(cells, 0L) >= oldest;
            // A row that says that it cannot be read claims nothing.
            if (!right && shown.engine().isReadable() && !row.getPseudoClassStates().contains(STALE)) {
                found.add(shown.engine().name() + " shows " + cells + " but is " + now.get(shown.id()));
            }
        }
        List<String> known = console.table("engines-table").getItems().stream().map(item -> ((EngineRow) item).id()).toList();
        long nameless = known.stream().filter(id -> !Engine.isAddress(id)).count();
        now.keySet().stream().filter(id -> !known.contains(id) && (behind.isZero() || since.get(id) < oldest)).skip(nameless).forEach(id -> found.add(id + " has no row"));
        return found;
    }

    /** Whether everything is live and every row shows what is true. FX thread. */
    boolean isTrue() {
        return console.wiring().fleet().connection().freshness().isLive() && !isDimmed() && !console.isShown("banner") && untrue(Duration.ZERO).isEmpty()
                && rows().stream().noneMatch(row -> row.getPseudoClassStates().contains(STALE)) && console.table("engines-table").getItems().size() == now.size()
                && rows().size() > 20;
    }

    /** Whether the whole grid is marked as old. */
    boolean isDimmed() {
        for (Node at = console.node("engines-table"); at != null; at = at.getParent()) {
            if (at.getPseudoClassStates().contains(STALE)) {
                return true;
            }
        }
        return false;
    }

    /** What the cells of one column say. FX thread. */
    List<String> words(String column) {
        return rows().stream().map(row -> cells(row).get(COLUMNS.indexOf(column))).toList();
    }

    private List<TableRow<?>> rows() {
        return console.table("engines-table").lookupAll(".table-row-cell").stream().filter(node -> node.isVisible() && node instanceof TableRow<?> row && !row.isEmpty()
                && row.getItem() instanceof EngineRow).<TableRow<?>>map(node -> (TableRow<?>) node).toList();
    }

    private static List<String> cells(TableRow<?> row) {
        Map<String, String> texts = row.getChildrenUnmodifiable().stream().filter(TableCell.class::isInstance).map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getTableColumn().getId() != null).collect(Collectors.toMap(cell -> id(cell), HonestGrid::text, (one, two) -> one));
        return COLUMNS.stream().map(column -> texts.getOrDefault(column, "no cell")).toList();
    }

    private static String id(TableCell<?, ?> cell) {
        return cell.getTableColumn().getId().replaceFirst("^engines-(column-)?", "");
    }

    private static String text(Node node) {
        String own = node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
        return own.isEmpty() && node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().map(HonestGrid::text).filter(text -> !text.isEmpty()).findFirst().orElse("") : own;
    }

    private List<String> cells(Engine engine) {
        return List.of(words.status(engine), words.workers(engine), words.vram(engine), words.temperature(engine), words.version(engine));
    }

    private static Engine inWord(Engine engine, String word) {
        return new Engine(engine.id(), engine.shortId(), engine.name(), Wire.read(EngineStatus.class, word), engine.version(), engine.system(), engine.instance(), engine.workers(),
                engine.visibility(), engine.createdAt(), engine.updatedAt(), engine.deletedAt());
    }

    private static Engine read(JsonNode json) {
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        try (JsonParser in = LenientJson.parse(bytes, 0, bytes.length)) {
            in.nextToken();
            return EngineReader.read(in).toModel();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String toString() {
        return Fx.call(() -> console.wiring().fleet().connection().freshness() + " " + untrue(Duration.ZERO));
    }
}
