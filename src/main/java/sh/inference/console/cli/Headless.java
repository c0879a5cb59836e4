package sh.inference.console.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

import sh.inference.console.compare.Comparison;
import sh.inference.console.ops.OperationDesk;
import sh.inference.console.ops.OperationLog;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.WriteLock;
import sh.inference.console.state.AppsStore;
import sh.inference.console.state.FleetStore;

/** The console without its window. What it holds is touched only through {@link #run} and {@link #await}. */
public interface Headless {
    ConnectionProfile profile();

    WriteLock lock();

    FleetStore fleet();

    AppsStore apps();

    OperationLog log();

    OperationDesk desk();

    /** Who answers what the desk asks. */
    ScriptedConfirmation confirmation();

    /** Does something on the thread that owns all this, and waits for it. */
    <T> T run(Callable<T> work);

    /** Waits until something holds, looked at whenever anything changes; false when it takes too long. */
    boolean await(Callable<Boolean> condition, Duration longest);

    /** Reads an app's versions. */
    void open(String appId);

    /**
     * Reads two versions and compares them. Blocks.
     *
     * @throws IOException in words for people, when one cannot be read
     */
    Comparison compare(String appId, String from, String to) throws IOException;
}
