package sh.inference.console.ui.engines;

import java.util.Optional;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.ui.common.Status;

/**
 * How many engines are in a status.
 *
 * @param status empty for all engines
 * @param look   null for all engines
 */
public record StatusCount(Optional<EngineStatus> status, Status look, int count) {
}
