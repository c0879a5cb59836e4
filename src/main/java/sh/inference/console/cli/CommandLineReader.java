package sh.inference.console.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

import sh.inference.console.text.Messages;

/** Reads a command line, or says why not. Exit status 0 after help and version, 2 after a mistake. */
public final class CommandLineReader {
    private final Terminal terminal;
    private final Supplier<Messages> words;
    private final boolean keyPresent;
    private final Map<String, String> drills;
    private int status;

    /**
     * @param words      asked for where there is anything to read
     * @param keyPresent whether the environment holds a key
     * @param drills     the faults the sandbox can stage: name to sentence
     */
    public CommandLineReader(Terminal terminal, Supplier<Messages> words, boolean keyPresent, Map<String, String> drills) {
        this.terminal = terminal;
        this.words = words;
        this.keyPresent = keyPresent;
        this.drills = drills;
    }

    /** The options, or nothing when help was asked for or something is wrong; both have been printed then. */
    public Optional<LaunchOptions> read(String... args) {
        LaunchOptions options = new LaunchOptions();
        if (args.length == 0) {
            // An icon's start: what reads command lines need not even be loaded.
            return Optional.of(options);
        }
        Messages messages = words.get();
        CommandLine line = new CommandLine(options);
        ErrandLine.addTo(line);
        // What is set now holds for the commands as well; what was set before they were added would not.
        line.setResourceBundle(messages.bundle()).setOut(terminal.out()).setErr(terminal.err()).setCaseInsensitiveEnumValuesAllowed(true);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING, help -> drillList(messages));
        try {
            line.parseArgs(args);
            if (CommandLine.printHelpIfRequested(line.getParseResult())) {
                return Optional.empty();
            }
            ErrandLine.errand(line.getParseResult()).ifPresent(options::errand);
            options.check(keyPresent);
            for (String fault : options.sandbox().faults()) {
                if (!drills.containsKey(fault)) {
                    throw new ParameterException(line, messages.of("cli.error.fault", fault, String.join(", ", drills.keySet())));
                }
            }
            return Optional.of(options);
        } catch (ParameterException mistake) {
            terminal.error(mistake.getMessage());
            mistake.getCommandLine().usage(terminal.err());
            status = 2;
            return Optional.empty();
        }
    }

    /** The status to end with when {@link #read} gave nothing. */
    public int status() {
        return status;
    }

    private String drillList(Messages messages) {
        StringBuilder list = new StringBuilder(messages.of("cli.drills", System.lineSeparator()));
        drills.forEach((name, does) -> list.append("  %-20s %s%n".formatted(name, does)));
        return list.append(System.lineSeparator()).toString();
    }
}
