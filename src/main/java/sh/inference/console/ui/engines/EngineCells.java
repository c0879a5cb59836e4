package sh.inference.console.ui.engines;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.model.Engine;
import sh.inference.console.model.SystemInfo;
import sh.inference.console.model.Volume;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.state.FleetHistory;
import sh.inference.console.text.Formats;
import sh.inference.console.ui.common.Deadline;
import sh.inference.console.ui.common.EngineWords;
import sh.inference.console.ui.common.FillBar;
import sh.inference.console.ui.common.Icons;
import sh.inference.console.ui.common.Sparkline;
import sh.inference.console.ui.common.Status;
import sh.inference.console.ui.common.StatusMark;
import sh.inference.console.ui.common.Ticker;
import sh.inference.console.ui.common.WorkerTiles;
import sh.inference.console.ui.common.WholeText;

/** The cells of the grid. Those that show an age or a countdown are kept, so that one tick reaches them all. */
final class EngineCells {
    private static final PseudoClass BEGINS = PseudoClass.getPseudoClass("begins");
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private final EngineWords words;
    private final Ticker ticker;
    private final Set<EntryCell> timed = Collections.newSetFromMap(new WeakHashMap<>());

    EngineCells(EngineWords words, Ticker ticker) {
        this.words = words;
        this.ticker = ticker;
    }

    /** Shows what depends on the time again, in the cells that exist: those of the rows in sight. */
    void tick() {
        timed.forEach(EntryCell::again);
    }

    EntryCell status() {
        StatusMark mark = new StatusMark();
        return withGraphic(mark, engine -> mark.show(Status.of(engine), words.messages()));
    }

    EntryCell name() {
        Label name = WholeText.onHover(label("engine-name"));
        Label id = label("engine-id");
        name.setMinWidth(0);
        PairBox box = new PairBox(name, id, false, 8, -1);
        return withGraphic(box, engine -> {
            name.setText(words.name(engine));
            id.setText(engine.shortId());
        });
    }

    EntryCell workers() {
        Label figures = label("figures");
        WorkerTiles tiles = new WorkerTiles();
        HBox.setHgrow(tiles, Priority.ALWAYS);
        HBox box = new HBox(figures, tiles);
        box.getStyleClass().add("workers-cell");
        return withGraphic(box, engine -> {
            figures.setText(words.workers(engine));
            tiles.show(engine.workerList());
        }).telling(entry -> String.join("\n", words.eachWorker(entry.engine())));
    }

    EntryCell vram() {
        FillBar bar = new FillBar();
        Label figures = label("figures");
        figures.getStyleClass().add("gigabytes");
        PairBox box = new PairBox(figures, bar, true, 7, 16);
        return withGraphic(box, engine -> {
            String text = words.vram(engine);
            figures.setText(text);
            box.setExtra(!text.equals(Formats.UNKNOWN));
            if (bar.isManaged()) {
                SystemInfo system = engine.system().orElseThrow();
                bar.setFraction((double) system.vramUsed().orElse(0) / Math.max(1, system.vramTotal().orElse(1)));
            }
        });
    }

    EntryCell disk() {
        FillBar bar = new FillBar();
        Label figures = label("figures");
        PairBox box = new PairBox(figures, bar, true, 7, 16);
        return withGraphic(box, engine -> {
            Volume volume = engine.system().flatMap(SystemInfo::mainVolume).orElse(null);
            figures.setText(volume == null ? Formats.UNKNOWN : words.messages().formats().size(volume.free()));
            box.setExtra(volume != null && volume.size() > 0);
            bar.setFraction(volume == null || volume.size() <= 0 ? 0 : 1 - (double) volume.free() / volume.size());
        }).telling(entry -> words.disks(entry.engine()));
    }

    /** A small chart of the last quarter of an hour, drawn anew as samples come. */
    EntryCell trend(FleetHistory history, FleetHistory.Figure figure) {
        Sparkline chart = new Sparkline(16);
        EntryCell cell = new EntryCell() {
            @Override
            void show(EngineEntry entry) {
                chart.show(history.of(entry.engine().id(), figure), figure == FleetHistory.Figure.BUSY ? Math.max(1, entry.engine().workerList().size()) : 1);
            }
        };
        cell.setGraphic(chart);
        timed.add(cell);
        return cell;
    }

    /** The name of a group on its first row. */
    EntryCell group(IntFunction<String> begun) {
        EntryCell cell = new EntryCell() {
            @Override
            void show(EngineEntry entry) {
                String words = begun.apply(getIndex());
                setText(words);
                pseudoClassStateChanged(BEGINS, !words.isEmpty());
            }
        };
        cell.getStyleClass().add("group-cell");
        WholeText.onHover(cell);
        timed.add(cell);
        return cell;
    }

    EntryCell entryText(Function<EngineEntry, String> word) {
        return WholeText.onHover(new EntryCell() {
            @Override
            void show(EngineEntry entry) {
                setText(word.apply(entry));
            }
        });
    }

    EntryCell text(Function<Engine, String> word) {
        return entryText(entry -> word.apply(entry.engine()));
    }

    EntryCell apps() {
        return new EntryCell() {
            @Override
            void show(EngineEntry entry) {
                List<String> loaded = words.loadedApps(entry.engine());
                List<String> warm = words.warmApps(entry.engine());
                String names = String.join(", ", loaded);
                setText(loaded.isEmpty() && warm.isEmpty() ? Formats.UNKNOWN : warm.isEmpty() ? names : words.messages().of("engines.apps.warm", names, warm.size()));
            }
        }.telling(entry -> {
            String names = String.join(", ", words.loadedApps(entry.engine()));
            List<String> warm = words.warmApps(entry.engine());
            return warm.isEmpty() ? names : words.messages().of("engines.apps.warm.all", names, String.join(", ", warm));
        });
    }

    EntryCell temperature() {
        return new EntryCell() {
            @Override
            void show(EngineEntry entry) {
                setText(words.temperature(entry.engine()));
                boolean warm = entry.engine().system().map(system -> system.temperature().orElse(0) >= words.thresholds().warmCelsius()).orElse(false);
                pseudoClassStateChanged(WARN, warm);
            }
        };
    }

    EntryCell version(Function<Engine, Boolean> outdated, Function<Engine, String> why) {
        FontIcon arrow = Icons.of(Icons.OUTDATED, "small-icon", "warn-icon");
        EntryCell cell = new EntryCell() {
            @Override
            void show(EngineEntry entry) {
                boolean old = outdated.apply(entry.engine());
                setText(words.version(entry.engine()));
                if (old != (getGraphic() == arrow)) {
                    setGraphic(old ? arrow : null);
                }
            }
        }.telling(entry -> outdated.apply(entry.engine()) ? why.apply(entry.engine()) : "");
        cell.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        timed.add(cell);
        return cell;
    }

    EntryCell ends() {
        FontIcon icon = Icons.of(Icons.TIMER, "deadline-icon");
        EntryCell cell = new EntryCell() {
            @Override
            void show(EngineEntry entry) {
                Engine engine = entry.engine();
                Deadline deadline = words.deadline(engine, ticker.now()).orElse(Deadline.FAR);
                setText(words.endsIn(engine, ticker.now()));
                pseudoClassStateChanged(WARN, deadline == Deadline.SOON);
                pseudoClassStateChanged(DANGER, deadline == Deadline.URGENT || deadline == Deadline.OVER);
                switch (deadline) {
                    case FAR -> setGraphic(null);
                    case SOON -> icon.setIconLiteral(Icons.TIMER);
                    case URGENT -> icon.setIconLiteral(Icons.ALARM);
                    case OVER -> icon.setIconLiteral(Icons.ERROR);
                }
                setGraphic(deadline == Deadline.FAR ? null : icon);
            }
        }.telling(entry -> entry.engine().endsAt().map(words.messages().formats()::dateTimeAndUtc).orElse(""));
        timed.add(cell);
        return cell;
    }

    EntryCell seen() {
        EntryCell cell = new EntryCell() {
            @Override
            void show(EngineEntry entry) {
                setText(words.seen(entry, ticker.now()));
                pseudoClassStateChanged(DANGER, entry.engine().is(sh.inference.console.model.EngineStatus.DISCONNECTED));
            }
        }.telling(entry -> words.messages().of("engine.seen.through", EngineWords.age(entry, ticker.now()), words.feed(entry)));
        timed.add(cell);
        return cell;
    }

    private static EntryCell withGraphic(Node node, java.util.function.Consumer<Engine> update) {
        EntryCell cell = new EntryCell() {
            @Override
            void show(EngineEntry entry) {
                update.accept(entry.engine());
            }
        };
        cell.setGraphic(node);
        cell.setAlignment(Pos.CENTER_LEFT);
        return cell;
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
