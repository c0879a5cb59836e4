package sh.inference.console.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;

/** The commands that need no window, as the command line knows them. */
final class ErrandLine {
    private static final List<String> WRITES = List.of("drain", "update", "stop", "restart");

    private ErrandLine() {
    }

    /** Teaches a command line {@code engines …} and {@code apps …}. */
    static void addTo(CommandLine line) {
        CommandLine engines = group(line, "engines");
        engines.addSubcommand("list", new Read()).addSubcommand("show", new ReadOne());
        WRITES.forEach(verb -> engines.addSubcommand(verb, new Write()));
        engines.addSubcommand("extend", new Extend());
        CommandLine apps = group(line, "apps");
        apps.addSubcommand("list", new Read()).addSubcommand("versions", new ReadOne()).addSubcommand("compare", new Compare()).addSubcommand("promote", new Promote());
    }

    /** What was asked for, if anything was. */
    static Optional<Errand> errand(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            return Optional.empty();
        }
        ParseResult noun = parsed.subcommand();
        if (!noun.hasSubcommand()) {
            throw new CommandLine.ParameterException(noun.commandSpec().commandLine(), noun.commandSpec().resourceBundle().getString("cli.error.no-verb"));
        }
        ParseResult verb = noun.subcommand();
        return Optional.of(((Read) verb.commandSpec().userObject()).errand(noun.commandSpec().name(), verb.commandSpec().name()));
    }

    private static CommandLine group(CommandLine line, String name) {
        CommandLine group = new CommandLine(CommandSpec.create().mixinStandardHelpOptions(true));
        line.addSubcommand(name, group);
        return group;
    }

    /** {@code list}: takes nothing. */
    @Command(mixinStandardHelpOptions = true)
    static class Read {
        @Option(names = "--json", descriptionKey = "cli.errand.json")
        private boolean json;

        Errand errand(String noun, String verb) {
            return new Errand(noun, verb, objects(), json, false, false, false, "", Optional.empty(), Optional.empty());
        }

        List<String> objects() {
            return List.of();
        }

        boolean json() {
            return json;
        }
    }

    /** {@code show} and {@code versions}. */
    @Command(mixinStandardHelpOptions = true)
    static final class ReadOne extends Read {
        @Parameters(arity = "1", paramLabel = "NAME", descriptionKey = "cli.errand.object")
        private String object;

        @Override
        List<String> objects() {
            return List.of(object);
        }
    }

    /** {@code compare}: an app and two of its versions. */
    @Command(mixinStandardHelpOptions = true)
    static final class Compare extends Read {
        @Parameters(index = "0", paramLabel = "APP", descriptionKey = "cli.errand.app")
        private String app;
        @Parameters(index = "1", paramLabel = "FROM", descriptionKey = "cli.errand.version")
        private String from;
        @Parameters(index = "2", paramLabel = "TO", descriptionKey = "cli.errand.version")
        private String to;

        @Override
        List<String> objects() {
            return List.of(app, from, to);
        }
    }

    /** What every command has that writes. */
    @Command(mixinStandardHelpOptions = true)
    abstract static class Writing extends Read {
        @Option(names = "--dry-run", descriptionKey = "cli.errand.dry-run")
        private boolean dryRun;
        @Option(names = "--yes", descriptionKey = "cli.errand.yes")
        private boolean yes;
        @Option(names = "--unlock", descriptionKey = "cli.errand.unlock")
        private boolean unlock;
        @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", descriptionKey = "cli.errand.reason")
        private String reason;
        @Option(names = "--timeout", paramLabel = "SECONDS", descriptionKey = "cli.errand.timeout")
        private Integer timeout;

        @Override
        Errand errand(String noun, String verb) {
            return new Errand(noun, verb, objects(), json(), dryRun, yes, unlock, reason, hours(), Optional.ofNullable(timeout).map(Duration::ofSeconds));
        }

        Optional<String> hours() {
            return Optional.empty();
        }
    }

    /** The verbs on engines. */
    @Command(mixinStandardHelpOptions = true)
    static class Write extends Writing {
        @Parameters(arity = "1..*", paramLabel = "NAME", descriptionKey = "cli.errand.objects")
        private List<String> engines;

        @Override
        List<String> objects() {
            return engines;
        }
    }

    /** {@code extend} one engine: money is spent one decision at a time. */
    @Command(mixinStandardHelpOptions = true)
    static final class Extend extends Writing {
        @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.errand.object")
        private String engine;
        @Option(names = "--hours", required = true, paramLabel = "N", descriptionKey = "cli.errand.hours")
        private String hours;

        @Override
        List<String> objects() {
            return List.of(engine);
        }

        @Override
        Optional<String> hours() {
            return Optional.of(hours);
        }
    }

    /** {@code promote}: an app and one of its versions. */
    @Command(mixinStandardHelpOptions = true)
    static final class Promote extends Writing {
        @Parameters(index = "0", paramLabel = "APP", descriptionKey = "cli.errand.app")
        private String app;
        @Parameters(index = "1", paramLabel = "VERSION", descriptionKey = "cli.errand.version")
        private String version;

        @Override
        List<String> objects() {
            return List.of(app, version);
        }
    }
}
