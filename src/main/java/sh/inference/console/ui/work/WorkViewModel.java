package sh.inference.console.ui.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Consumer;

import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.bulk.BulkItem;
import sh.inference.console.ops.bulk.BulkRun;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.BackgroundWork;

/** Operations, verbs on several engines and files that are being written: whatever has not ended. Confined to the FX thread. */
public final class WorkViewModel {
    private static final double UNKNOWN = -1;
    private final ObservableList<OperationRecord> records;
    private final ObservableList<BulkRun> runs;
    private final BackgroundWork work;
    private final Messages words;
    private final Consumer<String> disarm;
    private final ObservableList<WorkLine> lines = FXCollections.observableArrayList();
    private final ObservableList<WorkLine> view = FXCollections.unmodifiableObservableList(lines);
    private final Map<String, Runnable> cancels = new HashMap<>();
    private final InvalidationListener changed = source -> refresh();

    /**
     * @param records every operation of the session
     * @param runs    its verbs on several engines
     * @param disarm  calls off an operation that waits for its moment, by its id
     */
    public WorkViewModel(ObservableList<OperationRecord> records, ObservableList<BulkRun> runs, BackgroundWork work, Messages words, Consumer<String> disarm) {
        this.records = records;
        this.runs = runs;
        this.work = work;
        this.words = words;
        this.disarm = disarm;
        records.addListener(changed);
        work.entries().addListener(changed);
        runs.forEach(this::follow);
        runs.addListener((ListChangeListener<BulkRun>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
            refresh();
        });
        refresh();
    }

    /** What can be broken off comes first. */
    public ObservableList<WorkLine> lines() {
        return view;
    }

    /** Breaks something off, if it still goes on. */
    public void cancel(WorkLine line) {
        Optional.ofNullable(cancels.get(line.id())).ifPresent(Runnable::run);
    }

    private void follow(BulkRun run) {
        run.items().addListener(changed);
        run.stateProperty().addListener(changed);
    }

    private void refresh() {
        cancels.clear();
        List<WorkLine> now = new ArrayList<>();
        for (BackgroundWork.Entry entry : work.entries()) {
            now.add(line("file-" + System.identityHashCode(entry), words.of(entry.title()), "", UNKNOWN, "work.cancel", entry::cancel));
        }
        runs.stream().filter(run -> run.stateProperty().get() != BulkRun.State.ENDED).forEach(run -> now.add(of(run)));
        records.stream().filter(record -> record.state() == OperationState.ARMED).forEach(record -> now.add(line(record.id(), words.of(record.plan().title()),
                words.of(record.last().text()), UNKNOWN, "verdict.disarm", () -> disarm.accept(record.id()))));
        records.stream().filter(record -> record.state().isUnderway()).forEach(record -> now.add(new WorkLine(record.id(), words.of(record.plan().title()),
                words.of(record.last().text()), UNKNOWN, Optional.empty())));
        if (!now.equals(lines)) {
            lines.setAll(now);
        }
    }

    private WorkLine of(BulkRun run) {
        int members = run.plan().members().size();
        long ended = run.items().stream().limit(members).filter(item -> item.state().isEnded()).count();
        String title = words.of(run.plan().title());
        String detail = words.of("work.run", ended, members);
        double share = members == 0 ? 1 : (double) ended / members;
        return run.count(BulkItem.State.WAITING) == 0 ? new WorkLine(run.id(), title, detail, share, Optional.empty())
                : line(run.id(), title, detail, share, "bulk.cancel-rest", run::cancelRest);
    }

    private WorkLine line(String id, String title, String detail, double share, String cancel, Runnable does) {
        cancels.put(id, does);
        return new WorkLine(id, title, detail, share, Optional.of(words.of(cancel)));
    }
}
