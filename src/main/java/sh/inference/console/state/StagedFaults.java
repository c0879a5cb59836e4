package sh.inference.console.state;

import java.util.List;
import java.util.concurrent.Callable;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import sh.inference.console.api.FaultDesk;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.model.StagedFault;

/** The faults of a sandbox as it last told them. Confined to the FX thread. */
public final class StagedFaults {
    private final FaultDesk desk;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<List<StagedFault>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();

    public StagedFaults(FaultDesk desk, TaskRunner tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<List<StagedFault>> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    /** Whether the last call came to nothing; what is known is from the one before. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** Reads them in the background. */
    public void refresh() {
        ask(desk::faults);
    }

    /** Asks the sandbox to stage a fault or to end it; what it then says is shown, not what was asked. */
    public void stage(String name, boolean on) {
        ask(() -> desk.stage(name, on));
    }

    /** Ends every fault that is staged. */
    public void endAll() {
        faults.get().stream().filter(StagedFault::on).forEach(fault -> stage(fault.name(), false));
    }

    private void ask(Callable<List<StagedFault>> call) {
        tasks.run(call, answer -> {
            failed.set(false);
            faults.set(answer);
        }, reason -> failed.set(true));
    }
}
