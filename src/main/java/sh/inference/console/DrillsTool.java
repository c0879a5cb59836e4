package sh.inference.console;

import sh.inference.console.api.FaultDesk;
import sh.inference.console.fx.TaskRunner;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.state.StagedFaults;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.drills.DrillsMenu;
import sh.inference.console.ui.drills.DrillsViewModel;
import sh.inference.console.ui.shell.ShellView;

/** Puts the menu of drills into the window, where the window stands on a sandbox. */
final class DrillsTool {
    private DrillsTool() {
    }

    static void offer(ShellView view, ConnectionProfile profile, FaultDesk desk, TaskRunner tasks, Messages words) {
        if (profile.kind() == ProfileKind.SANDBOX) {
            view.addTool(new DrillsMenu(new DrillsViewModel(new StagedFaults(desk, tasks), words), words));
        }
    }
}
