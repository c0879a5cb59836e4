package sh.inference.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sh.inference.console.api.FaultDesk;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.StagedFaults;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.drills.DrillsMenu;
import sh.inference.console.ui.drills.DrillsViewModel;
import sh.inference.console.ui.palette.DrillSource;
import sh.inference.console.ui.palette.PaletteSource;
import sh.inference.console.ui.shell.ShellView;

/** The drills, in the menu of a window and in its palette, where the window stands on a sandbox. */
final class DrillsTool {
    private final Optional<DrillsViewModel> model;
    private final Messages words;

    DrillsTool(ConnectionProfile profile, FaultDesk desk, TaskRunner tasks, Messages words) {
        this.model = profile.kind() == ProfileKind.SANDBOX ? Optional.of(new DrillsViewModel(new StagedFaults(desk, tasks), words)) : Optional.empty();
        this.words = words;
    }

    void offer(ShellView view) {
        model.ifPresent(drills -> view.addTool(new DrillsMenu(drills, words)));
    }

    PaletteSource source() {
        return new DrillSource(() -> model.map(this::lines).orElse(List.of()), () -> model.ifPresent(DrillsViewModel::refresh), words);
    }

    private List<DrillSource.Drill> lines(DrillsViewModel drills) {
        List<DrillSource.Drill> lines = new ArrayList<>();
        if (drills.isAnyOn()) {
            lines.add(new DrillSource.Drill(words.of("drills.end-all"), "", drills::endAll));
        }
        drills.linesProperty().get().forEach(line -> lines.add(new DrillSource.Drill(words.of(line.on() ? "palette.drill.end" : "palette.drill.start", line.title()),
                line.does(), () -> drills.toggle(line))));
        return lines;
    }
}
