package sh.inference.console.model;

import java.util.List;

/**
 * Something went wrong, for an operator: what it is, what happened, what to do next. The words stand in the bundle
 * under {@code problem.<code>.title}, {@code .what} and {@code .next}.
 *
 * @param detail what the service itself said, or where it could not be reached this computer; or empty
 */
public record Problem(String code, List<Object> args, String detail) {
    public Problem {
        args = List.copyOf(args);
    }

    public static Problem of(String code, Object... args) {
        return new Problem(code, List.of(args), "");
    }

    /** The detail as a sentence that says whose words it is: the service's, or of this computer where no answer came. */
    public Text inDetail() {
        return Text.of(code.startsWith("unreachable") ? "problem.found" : "problem.detail", detail);
    }

    public Text title() {
        return new Text("problem." + code + ".title", args);
    }

    public Text what() {
        return new Text("problem." + code + ".what", args);
    }

    public Text next() {
        return new Text("problem." + code + ".next", args);
    }
}
