package sh.inference.console.ops.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.Situation;

/** Where a verb is asked for on several engines, and the runs of this session. Confined to the FX thread. */
public final class BulkDesk {
    private static final Logger LOG = Logger.getLogger(BulkDesk.class.getName());
    private final OperationDesk desk;
    private final BulkConfirmation confirmation;
    private final OperationLog log;
    private final TaskRunner tasks;
    private final Clock clock;
    private final ObservableList<BulkRun> runs = FXCollections.observableArrayList();
    private final ObservableList<BulkRun> view = FXCollections.unmodifiableObservableList(runs);
    private final List<BulkRequest> open = new ArrayList<>();

    public BulkDesk(OperationDesk desk, BulkConfirmation confirmation, OperationLog log, TaskRunner tasks, Clock clock) {
        this.desk = desk;
        this.confirmation = confirmation;
        this.log = log;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Newest first. */
    public ObservableList<BulkRun> runs() {
        return view;
    }

    /** Asks the operator to confirm; the plan follows the fleet until they answer. However many engines it names, nothing waits for it. */
    public void request(Bulk bulk) {
        plan(bulk, first -> {
            BulkRequest request = new BulkRequest(first, then -> plan(bulk, then), desk::holds, this::begin, open::remove);
            open.add(request);
            confirmation.ask(request);
        });
    }

    private void plan(Bulk bulk, Consumer<BulkPlan> then) {
        Situation now = desk.situation().apart();
        tasks.run(() -> BulkPlan.of(bulk, now), then, failed -> LOG.log(Level.SEVERE, "A plan could not be made", failed));
    }

    /** Plans anew what is being asked; to be called about once a second. */
    public void tick() {
        List.copyOf(open).forEach(BulkRequest::refresh);
    }

    private void begin(BulkRequest.Go go) {
        BulkRun run = new BulkRun(desk, go.plan(), go.rule(), go.reason(), log.records(), clock.instant());
        runs.addFirst(run);
        run.start();
    }
}
