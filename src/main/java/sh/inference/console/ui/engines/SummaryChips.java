package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Wire;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;
import sh.inference.console.state.EngineEntry;
import sh.inference.console.ui.common.Status;

/** How many engines there are in each status and how many workers are busy and idle, kept by adding up changes. */
final class SummaryChips {
    private static final List<EngineStatus> ORDER = List.of(EngineStatus.RUNNING, EngineStatus.DRAINING, EngineStatus.PENDING, EngineStatus.RESTARTING,
            EngineStatus.STOPPING, EngineStatus.STOPPED, EngineStatus.DISCONNECTED, EngineStatus.UNKNOWN);
    private static final List<WorkerStatus> WORKERS = List.of(WorkerStatus.BUSY, WorkerStatus.IDLE);
    private final int[] engines = new int[EngineStatus.values().length];
    private final int[] workers = new int[WorkerStatus.values().length];
    private final ObservableList<SummaryChip> chips = FXCollections.observableArrayList();

    ObservableList<SummaryChip> chips() {
        return chips;
    }

    /** An entry changed; null where it is new, and where it is gone. */
    void change(EngineEntry before, EngineEntry after) {
        if (before != null && after != null && before.engine().status().equals(after.engine().status()) && before.engine().workerList() == after.engine().workerList()) {
            return;
        }
        if (before != null) {
            count(before.engine(), -1);
        }
        if (after != null) {
            count(after.engine(), 1);
        }
    }

    private void count(Engine engine, int by) {
        engines[engine.status().value().ordinal()] += by;
        for (Worker worker : engine.workerList()) {
            workers[worker.status().value().ordinal()] += by;
        }
    }

    /** @param all how many engines there are; empty while nothing was read */
    void refresh(OptionalInt all, EngineFilter filter) {
        List<SummaryChip> now = new ArrayList<>();
        now.add(new SummaryChip(Facet.STATUS, "", null, all, filter.of(Facet.STATUS).isEmpty() && filter.of(Facet.WORKERS).isEmpty()));
        for (EngineStatus status : ORDER) {
            add(now, Facet.STATUS, status.name(), Status.ofEngine(new Wire<>(status, "")), engines[status.ordinal()], filter);
        }
        for (WorkerStatus status : WORKERS) {
            add(now, Facet.WORKERS, status.name(), Status.ofWorker(Wire.of(status)), workers[status.ordinal()], filter);
        }
        if (!chips.equals(now)) {
            chips.setAll(now);
        }
    }

    /** A chip that filters stays as long as it does, or nothing could be un-chosen. */
    private static void add(List<SummaryChip> chips, Facet facet, String name, Status look, int count, EngineFilter filter) {
        String value = name.toLowerCase(Locale.ROOT);
        boolean chosen = filter.of(facet).contains(value);
        if (count > 0 || chosen) {
            chips.add(new SummaryChip(facet, value, look, OptionalInt.of(count), chosen));
        }
    }
}
