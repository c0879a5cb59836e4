package sh.inference.console.api;

/** A call that failed, with the reason. */
public final class ApiException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ApiFailure failure;

    public ApiException(ApiFailure failure) {
        super(failure.getClass().getSimpleName() + ": " + failure.detail());
        this.failure = failure;
    }

    public ApiFailure failure() {
        return failure;
    }
}
