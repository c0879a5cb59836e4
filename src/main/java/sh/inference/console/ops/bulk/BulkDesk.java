package sh.inference.console.ops.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;

/** Where a verb is asked for on several engines, and the runs of this session. Confined to the FX thread. */
public final class BulkDesk {
    private final OperationDesk desk;
    private final BulkConfirmation confirmation;
    private final OperationLog log;
    private final Clock clock;
    private final ObservableList<BulkRun> runs = FXCollections.observableArrayList();
    private final ObservableList<BulkRun> view = FXCollections.unmodifiableObservableList(runs);
    private final List<BulkRequest> open = new ArrayList<>();

    public BulkDesk(OperationDesk desk, BulkConfirmation confirmation, OperationLog log, Clock clock) {
        this.desk = desk;
        this.confirmation = confirmation;
        this.log = log;
        this.clock = clock;
    }

    /** Newest first. */
    public ObservableList<BulkRun> runs() {
        return view;
    }

    public BulkPlan plan(Bulk bulk) {
        return BulkPlan.of(bulk, desk.situation());
    }

    /** Asks the operator to confirm; the plan follows the fleet until they answer. */
    public void request(Bulk bulk) {
        BulkRequest request = new BulkRequest(() -> plan(bulk), desk::holds, (asked, go) -> begin(go), open::remove);
        open.add(request);
        confirmation.ask(request);
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
