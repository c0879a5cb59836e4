package sh.inference.console.cli;

import java.io.PrintStream;
import java.io.PrintWriter;

/** Where the command line's words go. */
public record Terminal(PrintWriter out, PrintWriter err) {
    /** The process's own two streams. */
    public static Terminal ofProcess() {
        return new Terminal(writer(System.out), writer(System.err));
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public void error(String text) {
        err.println(text);
        err.flush();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true);
    }
}
