package sh.inference.console.cli;

import java.util.Optional;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import sh.inference.console.text.Messages;

/** Reads a command line, or says why not. Exit status 0 after help and version, 2 after a mistake. */
public final class CommandLineReader {
    private final Terminal terminal;
    private final Messages messages;
    private final boolean keyPresent;
    private int status;

    /** @param keyPresent whether the environment holds a key */
    public CommandLineReader(Terminal terminal, Messages messages, boolean keyPresent) {
        this.terminal = terminal;
        this.messages = messages;
        this.keyPresent = keyPresent;
    }

    /** The options, or nothing when help was asked for or something is wrong; both have been printed then. */
    public Optional<LaunchOptions> read(String... args) {
        LaunchOptions options = new LaunchOptions();
        CommandLine line = new CommandLine(options).setResourceBundle(messages.bundle()).setOut(terminal.out()).setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true);
        try {
            line.parseArgs(args);
            if (CommandLine.printHelpIfRequested(line.getParseResult())) {
                return Optional.empty();
            }
            options.check(keyPresent);
            return Optional.of(options);
        } catch (ParameterException mistake) {
            terminal.error(mistake.getMessage());
            line.usage(terminal.err());
            status = 2;
            return Optional.empty();
        }
    }

    /** The status to end with when {@link #read} gave nothing. */
    public int status() {
        return status;
    }
}
