package sh.inference.console.ops;

import javafx.collections.ListChangeListener;

import sh.inference.console.model.Text;
import sh.inference.console.state.Notice;
import sh.inference.console.state.Notices;

/**
 * Raises an alarm for what the service accepted and did not bring about. Accepted is not done, and the operator may have
 * closed the dialog and looked away since. Confined to the FX thread.
 */
public final class OperationAlarms {
    private final Notices notices;

    public OperationAlarms(OperationLog log, Notices notices) {
        this.notices = notices;
        log.records().addListener((ListChangeListener<OperationRecord>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::look);
            }
        });
    }

    private void look(OperationRecord record) {
        String cause = "operation:" + record.id();
        boolean accepted = record.reached(OperationState.ACCEPTED).isPresent();
        Text text = Text.of("notice.operation", record.plan().title(), record.last().text());
        switch (record.state()) {
            case FAILED -> {
                notices.end(cause);
                if (accepted) {
                    notices.tell(cause, Notice.Level.ERROR, text);
                }
            }
            // It may yet be seen to end; until then the alarm holds.
            case TIMED_OUT -> notices.raise(cause, Notice.Level.ERROR, text);
            default -> notices.end(cause);
        }
    }
}
