package sh.inference.console.ops.bulk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import sh.inference.console.fx.TaskRunner;
import sh.inference.console.journal.Journal;
import sh.inference.console.journal.JournalEntry;
import sh.inference.console.journal.JournalReading;
import sh.inference.console.ops.JournalSteps;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.ops.Situation;

/**
 * Where a verb is asked for on several engines, and the runs of this session with those that an earlier one left unfinished.
 * Confined to the FX thread.
 */
public final class BulkDesk {
    private static final Logger LOG = Logger.getLogger(BulkDesk.class.getName());
    private final OperationDesk desk;
    private final BulkConfirmation confirmation;
    private final OperationLog log;
    private final Journal journal;
    private final RunJournal steps;
    private final TaskRunner tasks;
    private final Clock clock;
    private final Supplier<String> ids;
    private final ObservableList<BulkRun> runs = FXCollections.observableArrayList();
    private final ObservableList<BulkRun> view = FXCollections.unmodifiableObservableList(runs);
    private final List<BulkRequest> open = new ArrayList<>();

    /** @param ids makes ids of runs */
    public BulkDesk(OperationDesk desk, BulkConfirmation confirmation, OperationLog log, Journal journal, TaskRunner tasks, Clock clock, Supplier<String> ids) {
        this.desk = desk;
        this.confirmation = confirmation;
        this.log = log;
        this.journal = journal;
        this.steps = new RunJournal(journal, new JournalSteps(journal, tasks), desk.profile());
        this.tasks = tasks;
        this.clock = clock;
        this.ids = ids;
    }

    /** Newest first. */
    public ObservableList<BulkRun> runs() {
        return view;
    }

    /** Asks the operator to confirm; the plan follows the fleet until they answer. However many engines it names, nothing waits for it. */
    public void request(Bulk bulk) {
        request(bulk, begun -> { });
    }

    private void request(Bulk bulk, Consumer<BulkRun> begun) {
        plan(bulk, first -> {
            BulkRequest request = new BulkRequest(first, then -> plan(bulk, then), desk::holds, (go, settled) -> begin(go, settled, begun), open::remove);
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

    /** Nothing is sent before the journal says who takes part. */
    private void begin(BulkRequest.Go go, Consumer<Boolean> settled, Consumer<BulkRun> begun) {
        String id = ids.get();
        JournalEntry beginning = steps.beginning(id, go.plan(), go.rule(), go.reason(), clock.instant());
        tasks.run(() -> {
            journal.append(beginning);
            return id;
        }, written -> {
            BulkRun run = BulkRun.begun(id, go.plan(), go.rule(), go.reason(), beginning.at(), parts(false));
            runs.addFirst(run);
            settled.accept(true);
            begun.accept(run);
            run.start();
        }, unwritable -> settled.accept(false));
    }

    /**
     * Lists what an earlier session left unfinished, paused: what was sent is followed by reading, and nothing more is sent
     * until the operator has confirmed the rest again. To be called when the operations themselves were taken up.
     *
     * @param concerned which lines of the journal are about this profile and not history
     */
    public void takeUp(JournalReading reading, Predicate<JournalEntry> concerned) {
        Situation now = desk.situation();
        for (StoredRun stored : StoredRun.unfinished(reading, concerned)) {
            if (runs.stream().noneMatch(run -> run.id().equals(stored.id()))) {
                BulkRun run = BulkRun.restored(stored, now, desk.profile(), parts(true));
                runs.addFirst(run);
                run.start();
            }
        }
    }

    private BulkRun.Parts parts(boolean restored) {
        return new BulkRun.Parts(desk, log.records(), steps, clock, restored ? this::askForTheRest : run -> { });
    }

    /** The rest of a run of an earlier session begins a run of its own, with a plan that was read. */
    private void askForTheRest(BulkRun run) {
        request(new Bulk(run.plan().verb(), run.waiting()), begun -> run.takenOver());
    }
}
