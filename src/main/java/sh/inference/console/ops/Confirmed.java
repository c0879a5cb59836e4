package sh.inference.console.ops;

import java.util.Optional;

/**
 * An operation with the operator's word for it.
 *
 * @param id     of its record and of its lines in the journal
 * @param shown  the plan that was read
 * @param reason as it is kept
 * @param armed  its record, if it waited for its moment
 */
record Confirmed(String id, Operation operation, OperationPlan shown, String reason, Optional<OperationRecord> armed) {
}
