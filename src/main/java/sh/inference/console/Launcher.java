package sh.inference.console;

/** Starts the console. */
public final class Launcher {
    private Launcher() {
    }

    public static void main(String[] args) {
    }
}
