package sh.inference.console.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import sh.inference.console.profile.ProfileKind;

/** What the console was asked for on its command line. Its words stand in the bundle {@code messages}. */
@Command(name = "inference-console", mixinStandardHelpOptions = true,
        versionProvider = Version.class, sortOptions = false, usageHelpAutoWidth = true)
public final class LaunchOptions {
    /** The environment variable that holds the key; a key never stands in arguments, which every user of a machine can read. */
    public static final String KEY_VARIABLE = "INFERENCE_API_KEY";
    private static final URI SERVICE = URI.create("https://api.inference.sh");

    @Option(names = "--sandbox", descriptionKey = "cli.sandbox")
    private boolean onSandbox;
    @Option(names = "--url", paramLabel = "URL", descriptionKey = "cli.url")
    private URI url;
    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "cli.kind")
    private RealKind kind;
    @Option(names = "--config", paramLabel = "DIR", descriptionKey = "cli.config")
    private Path config;
    @Option(names = "--verbose", descriptionKey = "cli.verbose")
    private boolean verbose;
    @Option(names = "--smoke", descriptionKey = "cli.smoke")
    private boolean smoke;
    @Option(names = "--serve-sandbox", descriptionKey = "cli.serve")
    private boolean serveSandbox;
    @ArgGroup(exclusive = false, headingKey = "cli.sandbox-heading")
    private SandboxFlags flags;
    @Spec
    private CommandSpec spec;
    private Optional<Errand> errand = Optional.empty();

    /** The kinds a real service can have on the command line. */
    enum RealKind {
        production, staging, development
    }

    /**
     * Checks what picocli cannot: which options go together.
     *
     * @param keyPresent whether the environment holds a key
     * @throws ParameterException in words for the operator
     */
    public void check(boolean keyPresent) {
        require(!(onSandbox && url != null), "cli.error.sandbox-or-url");
        require(kind == null || url != null, "cli.error.kind-without-url");
        require(flags == null || service(keyPresent).isEmpty(), "cli.error.size-without-sandbox");
        require(sandbox().mistake().isEmpty(), sandbox().mistake());
        require(!(serveSandbox && (smoke || url != null)), "cli.error.serve-alone");
        require(url == null || keyPresent, "cli.error.url-without-key");
        require(url == null || isHttp(url), "cli.error.url-form");
        require(url == null || isSafe(url), "cli.error.url-without-tls");
    }

    /** Whether the sandbox was asked for, by name or by how it is to be. */
    public boolean sandboxAsked() {
        return onSandbox || flags != null;
    }

    /** Where to connect to; empty means the sandbox. */
    public Optional<URI> service(boolean keyPresent) {
        if (onSandbox || serveSandbox) {
            return Optional.empty();
        }
        return url != null ? Optional.of(withoutSlash(url)) : keyPresent ? Optional.of(SERVICE) : Optional.empty();
    }

    public ProfileKind kind() {
        return kind == null ? ProfileKind.PRODUCTION : ProfileKind.valueOf(kind.name().toUpperCase(java.util.Locale.ROOT));
    }

    public Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    public boolean verbose() {
        return verbose;
    }

    public boolean smoke() {
        return smoke;
    }

    public boolean serveSandbox() {
        return serveSandbox;
    }

    /** How the sandbox is to be. */
    public SandboxFlags sandbox() {
        return flags == null ? new SandboxFlags() : flags;
    }

    /** What is to be done without a window; empty when one is to be opened. */
    public Optional<Errand> errand() {
        return errand;
    }

    void errand(Errand asked) {
        errand = Optional.of(asked);
    }

    private void require(boolean holds, String key) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString(key));
        }
    }

    private static boolean isHttp(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null && uri.getUserInfo() == null
                && uri.getQuery() == null && uri.getFragment() == null;
    }

    /** A key must not travel in the clear, except to this computer itself. */
    private static boolean isSafe(URI uri) {
        return "https".equals(uri.getScheme()) || uri.getHost().equals("localhost") || uri.getHost().equals("[::1]") || uri.getHost().matches("127(\\.\\d{1,3}){3}");
    }

    private static URI withoutSlash(URI uri) {
        return URI.create(uri.toString().replaceAll("/+$", ""));
    }
}
