package sh.inference.console.cli;

import java.util.function.Consumer;

import sh.inference.console.ops.Confirmation;
import sh.inference.console.ops.ConfirmationRequest;

/** Answers as the command line said beforehand. */
public final class ScriptedConfirmation implements Confirmation {
    private Consumer<ConfirmationRequest> answer = ConfirmationRequest::cancel;

    public void next(Consumer<ConfirmationRequest> given) {
        answer = given;
    }

    @Override
    public void ask(ConfirmationRequest request) {
        answer.accept(request);
    }
}
