package sh.inference.console.ui.drills;

import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import sh.inference.console.model.StagedFault;
import sh.inference.console.state.StagedFaults;
import sh.inference.console.text.Messages;

/** The sandbox's faults as a menu shows them. Confined to the FX thread. */
public final class DrillsViewModel {
    private final StagedFaults faults;
    private final Messages words;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<List<DrillLine>> lines = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * One fault in the menu.
     *
     * @param once whether it happens at the moment it is chosen and leaves nothing to end
     */
    public record DrillLine(String name, String title, String does, boolean on, boolean once) {
    }

    public DrillsViewModel(StagedFaults faults, Messages words) {
        this.faults = faults;
        this.words = words;
        faults.faultsProperty().subscribe(this::show);
        faults.failedProperty().subscribe(failed -> show(faults.faultsProperty().get()));
    }

    /** {@code Drills}, or {@code Drills · 2 on}. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What stands in the way; empty when nothing does. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<DrillLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    public boolean isAnyOn() {
        return lines.get().stream().anyMatch(DrillLine::on);
    }

    /** {@code Streams}, or {@code Streams · 2 on}. */
    String groupTitle(String group) {
        long on = lines.get().stream().filter(line -> line.on() && group.equals(DrillGroups.of(line.name()))).count();
        String title = words.of("drills.group." + group);
        return on == 0 ? title : words.of("drills.group.on", title, on);
    }

    /** Asks what is staged now: others may have changed it. */
    public void refresh() {
        faults.refresh();
    }

    /** Stages a fault that is not, and ends one that is. */
    public void toggle(DrillLine line) {
        faults.stage(line.name(), line.once() || !line.on());
    }

    public void endAll() {
        faults.endAll();
    }

    private void show(List<StagedFault> known) {
        lines.set(known.stream().map(this::line).toList());
        long on = known.stream().filter(StagedFault::on).count();
        text.set(on == 0 ? words.of("drills.title") : words.of("drills.title.on", on));
        remark.set(faults.failedProperty().get() ? words.of("drills.failed") : "");
    }

    private DrillLine line(StagedFault fault) {
        String title = words.has("drills.name." + fault.name()) ? words.of("drills.name." + fault.name()) : fault.name().replace('-', ' ');
        return new DrillLine(fault.name(), title, fault.does(), fault.on(), DrillGroups.happensOnce(fault.name()));
    }
}
