package sh.inference.console.ui.shell;

import java.util.ArrayList;
import java.util.List;

import sh.inference.console.model.Text;
import sh.inference.console.ops.OperationRecord;
import sh.inference.console.ops.OperationState;
import sh.inference.console.ops.bulk.BulkItem;
import sh.inference.console.ops.bulk.BulkRun;

/**
 * What has not ended, for somebody who is about to close the console.
 *
 * @param waits    operations that wait for their engine to be idle: they end with the console
 * @param untold   engines of verbs on several engines whose turn has not come
 * @param underway operations that were sent: the service goes on with them
 */
public record OpenWork(int waits, int untold, int underway) {
    public static final OpenWork NONE = new OpenWork(0, 0, 0);

    public static OpenWork of(List<OperationRecord> records, List<BulkRun> runs) {
        return new OpenWork((int) records.stream().filter(record -> record.state() == OperationState.ARMED).count(),
                runs.stream().filter(run -> run.stateProperty().get() != BulkRun.State.ENDED).mapToInt(run -> run.count(BulkItem.State.WAITING)).sum(),
                (int) records.stream().filter(record -> record.state().isUnderway()).count());
    }

    public OpenWork and(OpenWork other) {
        return new OpenWork(waits + other.waits, untold + other.untold, underway + other.underway);
    }

    /** Whether something that was confirmed would not be done any more. */
    public boolean endsWithConsole() {
        return waits > 0 || untold > 0;
    }

    /** What becomes of all that when the console ends. */
    public List<Text> told() {
        List<Text> lines = new ArrayList<>();
        if (waits > 0) {
            lines.add(Text.of("leave.waits", waits));
        }
        if (untold > 0) {
            lines.add(Text.of("leave.untold", untold));
        }
        if (underway > 0) {
            lines.add(Text.of("leave.underway", underway));
        }
        return lines;
    }
}
