package sh.inference.console.api;

import java.util.List;

import sh.inference.console.model.StagedFault;

/** The control calls of a sandbox, which no real service has. Every call blocks and throws {@link ApiException} with the reason. */
public interface FaultDesk {
    /** Every fault there is to stage, in the sandbox's order. */
    List<StagedFault> faults() throws ApiException;

    /** Stages a fault or ends it; gives all of them as they are then. */
    List<StagedFault> stage(String name, boolean on) throws ApiException;
}
