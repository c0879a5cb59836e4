import java.io.IOException;
import java.io.PrintWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes everything that is handed to users from what the build has put into {@code target}: the image of the application,
 * its start-up cache, an archive of it, and the packages of the platform this runs on. Run by {@code mvn -Pinstaller verify};
 * {@code java installer/MakeInstallers.java VERSION TYPES JVM-FLAGS} does the same from the project's folder, where TYPES is
 * {@code all}, {@code deb} for the image and Debian's package alone, or {@code image} for no more than the image.
 */
final class MakeInstallers {
    private static final String NAME = "inference-console";
    private static final String MODULE = "sh.inference.console";
    /** What the libraries log goes where the console's own log goes; nothing requires it by name, so it must be asked for. */
    private static final String LIBRARIES_LOG = "org.slf4j.jul";
    private static final String MAIN = MODULE + "/" + MODULE + ".Launcher";
    private static final String CACHE = NAME + ".aot";
    /**
     * The cache is good for these flags only, so training and launcher share them. The heap begins small and grows as it is
     * needed: by default it would begin with a 64th of the machine's memory. What is newly made has half of that from the first
     * moment, or a start would collect it a dozen times over. A cache that is of no use is not spoken of. How memory is collected and
     * how much there may be of it is said in the project's description, since it is measured with that.
     */
    private static final List<String> MACHINE = List.of("-Xms64m", "-XX:NewSize=32m", "-XX:-UsePerfData",
            "-Xlog:disable", "-Xlog:all=error,aot*=off,cds*=off:stderr");
    /**
     * A cache with a damaged middle would end the process. Where the launcher is jpackage's, the machine itself has to check it,
     * which it can only where the cache is mapped to where it was made for.
     */
    private static final List<String> CHECKED = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:+VerifySharedSpaces");
    /**
     * A start runs much code a little. Left to itself the machine compiles for a busy server from the first second on, and on
     * two cores that takes more time from the window than all it gains; so code has to be busier before it is compiled at
     * first (tier 3), and much busier before it is optimised in full (tier 4). The latter is put off no further: at ten times these
     * numbers a start is quicker still, but a stream of 5,000 updates a second then takes a third more of the window's thread.
     * Code that runs asks every so often whether it has become busy enough; the last three numbers, powers of two, have it ask less
     * often, which under that stream makes no difference to the window's thread. Methods that FXML calls by reflection are called
     * once: an accessor of their own, spun as code, is never worth it.
     */
    private static final List<String> PATIENCE = List.of("-XX:Tier3InvocationThreshold=1000", "-XX:Tier3MinInvocationThreshold=500", "-XX:Tier3CompileThreshold=8000",
            "-XX:Tier4InvocationThreshold=30000", "-XX:Tier4MinInvocationThreshold=10000", "-XX:Tier4CompileThreshold=45000", "-XX:Tier4BackEdgeThreshold=300000",
            "-XX:Tier0InvokeNotifyFreqLog=9", "-XX:Tier2InvokeNotifyFreqLog=17", "-XX:Tier2BackedgeNotifyFreqLog=19",
            "-Djdk.reflect.useNativeAccessorOnly=true");
    /**
     * Whoever waits for the window comes first: what compiles code yields to it, and has the processor as soon as it is free. It
     * stands in the runtime itself, since on a command line everybody but root would be warned that not all of it may work.
     */
    private static final String COURTESY = "-XX:ThreadPriorityPolicy=1 -XX:CompilerThreadPriority=10";
    /** The cache remembers what was compiled in training, and a start hurries to get as far again: half-way is enough, and only for code that was truly busy. */
    private static final String TRAINING = "-XX:TieredStopAtLevel=3 -XX:CompileThresholdScaling=6";
    /** Linux gives memory in pages of 4 kB, and to touch each for the first time is a tenth of a start; of those that hold the heap it has larger ones. */
    private static final List<String> PAGES = List.of("-XX:+UseTransparentHugePages");
    private static final Set<String> NATIVE = Set.of("so", "dll", "dylib");
    private static final Set<String> SPARE = Set.of("jrunscript", "jwebserver", "keytool", "rmiregistry", "jdb");
    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private final Path target = Path.of("target", "installer").toAbsolutePath();
    private final Path modules = target.resolve("modules");
    private final Path natives = target.resolve("natives");
    private final Path runtime = target.resolve("runtime");
    private final Path image = target.resolve(OS.contains("mac") ? NAME + ".app" : NAME);
    private final Path out = target.resolve("out");
    private final String version;
    private final String types;
    private final List<String> flags;

    private MakeInstallers(String version, String types, List<String> flags) {
        this.version = version;
        this.types = types;
        this.flags = flags;
    }

    public static void main(String[] args) throws Exception {
        new MakeInstallers(args[0], args[1], List.of(args).subList(2, args.length)).make();
    }

    private void make() throws IOException, InterruptedException {
        for (Path old : List.of(runtime, image, out)) {
            delete(old);
        }
        Files.createDirectories(natives);
        Files.createDirectories(out);
        gather();
        Origins.complete(jars().stream().filter(jar -> !jar.endsWith(NAME + ".jar")).toList());
        styles();
        splitNatives();
        for (Path jar : jars()) {
            OldClasses.renew(jar);
        }
        describeModules();
        link();
        image();
        new Origins(runtime).writeTexts(jars(), runtime, application().resolve("licenses"));
        System.out.println("size of the image without its cache: " + megabytes(image) + " MB");
        train();
        seal();
        if (types.equals("image")) {
            return;
        }
        if (types.equals("all")) {
            archive();
        }
        packages();
        new Origins(runtime).lieBeside(out);
        try (Stream<Path> made = Files.list(out)) {
            for (Path file : made.sorted().toList()) {
                System.out.println(megabytes(file) + " MB  " + file.getFileName());
            }
        }
    }

    /** The libraries are there; the application comes beside them, and what JavaFX publishes as empty jars goes. */
    private void gather() throws IOException {
        Files.copy(Path.of("target", NAME + "-" + version + ".jar"), modules.resolve(NAME + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        for (ModuleReference reference : ModuleFinder.of(modules).findAll()) {
            if (reference.descriptor().isAutomatic() && reference.descriptor().packages().isEmpty()) {
                Files.delete(Path.of(reference.location().orElseThrow()));
            }
        }
    }

    /** Style sheets in JavaFX's own binary form, which it looks for beside each of them and need not parse. */
    private void styles() throws IOException, InterruptedException {
        Path binary = target.resolve("styles");
        delete(binary);
        run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--module-path", modules.toString(), "--add-modules", "javafx.graphics",
                Path.of("installer", "BinaryStyles.java").toString(), Path.of("target", "classes").toString(), binary.toString());
        tool("jar", "--update", "--file", modules.resolve(NAME + ".jar").toString(), "-C", binary.toString(), ".");
    }

    /** JavaFX unpacks its libraries from its modules into the user's home at the first start; from the runtime's own folder it loads them as they are. */
    private void splitNatives() throws IOException {
        for (Path jar : jars().stream().filter(one -> one.getFileName().toString().startsWith("javafx-")).toList()) {
            try (FileSystem zip = FileSystems.newFileSystem(jar)) {
                try (Stream<Path> entries = Files.list(zip.getPath("/"))) {
                    for (Path entry : entries.filter(one -> NATIVE.contains(ending(one))).toList()) {
                        Files.copy(entry, natives.resolve(entry.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
                        Files.delete(entry);
                    }
                }
            }
        }
    }

    /** A runtime is linked from described modules only: those that have no description are given one. */
    private void describeModules() throws IOException {
        for (ModuleReference reference : ModuleFinder.of(modules).findAll()) {
            if (reference.descriptor().isAutomatic()) {
                Path jar = Path.of(reference.location().orElseThrow());
                Path described = Files.createDirectories(target.resolve("described").resolve(reference.descriptor().name()));
                delete(described);
                tool("jdeps", "--ignore-missing-deps", "--multi-release", "base", "--module-path", modules.toString(),
                        "--generate-module-info", described.toString(), jar.toString());
                Path source;
                try (Stream<Path> found = Files.walk(described)) {
                    source = found.filter(one -> one.endsWith("module-info.java")).findFirst().orElseThrow();
                }
                tool("javac", "-nowarn", "-Xlint:none", "--module-path", modules.toString(), "--patch-module", reference.descriptor().name() + "=" + jar,
                        "-d", described.toString(), source.toString());
                tool("jar", "--update", "--file", jar.toString(), "-C", described.toString(), "module-info.class");
            }
        }
    }

    private void link() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--ignore-signing-information", "--module-path", modules.toString(), "--add-modules", MODULE + "," + LIBRARIES_LOG, "--strip-debug",
                "--no-header-files", "--no-man-pages", "--compress", "zip-9", "--exclude-resources", elsewhere(), "--output", runtime.toString()));
        if (OS.contains("linux")) {
            arguments.addAll(List.of("--add-options", COURTESY));
        }
        tool("jlink", arguments.toArray(String[]::new));
        try (Stream<Path> programs = Files.list(runtime.resolve("bin"))) {
            // The launcher starts the virtual machine by itself; only the making of its cache needs this one program.
            for (Path other : programs.filter(one -> SPARE.contains(one.getFileName().toString().replace(".exe", ""))).toList()) {
                Files.delete(other);
            }
        }
        Path libraries = runtime.resolve(OS.startsWith("win") ? "bin" : "lib");
        try (Stream<Path> found = Files.list(natives)) {
            for (Path library : found.toList()) {
                Files.copy(library, libraries.resolve(library.getFileName()));
            }
        }
    }

    /** JNA brings its native part for every system there is; only this one's is of use. */
    private static String elsewhere() {
        String here = OS.startsWith("win") ? "win32" : OS.contains("linux") ? "linux" : "darwin";
        return Stream.of("aix", "darwin", "dragonflybsd", "freebsd", "linux", "openbsd", "sunos", "win32").filter(system -> !system.equals(here))
                .map(system -> "glob:/com.sun.jna/com/sun/jna/" + system + "-*/**").collect(Collectors.joining(","));
    }

    private void image() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", NAME, "--app-version", accepted(),
                "--runtime-image", runtime.toString(), "--module", MAIN, "--dest", target.toString(), "--icon", icon()));
        List<String> options = Stream.of(MACHINE, OS.contains("linux") ? PAGES : CHECKED, PATIENCE, flags).flatMap(List::stream).toList();
        options.forEach(flag -> arguments.addAll(List.of("--java-options", flag)));
        if (OS.startsWith("win")) {
            // Of the two launchers one has a console, for the commands; an icon that opens one besides its window would be a nuisance.
            arguments.addAll(List.of("--add-launcher", NAME + "-cli=" + Path.of("installer", "windows", "cli.properties")));
        }
        tool("jpackage", arguments.toArray(String[]::new));
        if (OS.contains("linux")) {
            launcher(options);
        }
    }

    /** Linux has a launcher of the console's own instead of jpackage's. It finds the cache by itself. */
    private void launcher(List<String> options) throws IOException {
        Files.delete(image.resolve("lib").resolve("libapplauncher.so"));
        Files.delete(application().resolve(NAME + ".cfg"));
        Files.write(application().resolve(NAME + ".jvm"), Stream.concat(options.stream(), Stream.of("--module", MAIN)).toList());
        Files.copy(Path.of("installer", "linux", "launcher"), launcher(), StandardCopyOption.REPLACE_EXISTING);
        launcher().toFile().setExecutable(true, false);
    }

    /** One real run of the launcher on its sandbox writes down what a start needs; the launcher then begins with it. */
    private void train() throws IOException, InterruptedException {
        Path cache = application().resolve(CACHE);
        ProcessBuilder run = new ProcessBuilder(launcher().toString(), "--smoke", "--config", Files.createTempDirectory("train").toString());
        // Read after the launcher's own flags, and so stronger than they are.
        run.environment().put("_JAVA_OPTIONS", TRAINING + " -XX:AOTCacheOutput=" + cache);
        run.environment().remove("DISPLAY");
        run.environment().remove("INFERENCE_API_KEY");
        Process process = run.redirectErrorStream(true).redirectOutput(target.resolve("train.log").toFile()).start();
        if (process.waitFor() != 0 || !Files.exists(cache)) {
            throw new IOException("the training run failed: see " + target.resolve("train.log"));
        }
        if (OS.contains("linux")) {
            sum(cache);
            return;
        }
        try (Stream<Path> found = Files.list(application())) {
            for (Path configuration : found.filter(one -> ending(one).equals("cfg")).toList()) {
                Files.writeString(configuration, "java-options=-XX:AOTCache=$APPDIR/" + CACHE + System.lineSeparator(), StandardOpenOption.APPEND);
            }
        }
    }

    /** What the launcher compares the cache with: the sum and the size that POSIX's {@code cksum} says of it. */
    private void sum(Path cache) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("cksum").redirectInput(cache.toFile()).redirectOutput(application().resolve(CACHE + ".sum").toFile()).start();
        if (process.waitFor() != 0) {
            throw new IOException("cksum failed");
        }
    }

    /** A bundle of macOS says what jpackage was told of its version, and bears a seal that all the above has broken. */
    private void seal() throws IOException, InterruptedException {
        if (OS.contains("mac")) {
            for (String key : List.of("CFBundleShortVersionString", "CFBundleVersion")) {
                run("plutil", "-replace", key, "-string", version, image.resolve("Contents").resolve("Info.plist").toString());
            }
            run("codesign", "--force", "--deep", "--sign", "-", image.toString());
        }
    }

    /** The version as jpackage takes it: on macOS it refuses one that begins with nought. */
    private String accepted() {
        return OS.contains("mac") && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    private void archive() throws IOException, InterruptedException {
        String name = NAME + "-" + version + "-" + platform();
        if (OS.startsWith("win")) {
            run("tar", "-a", "-c", "-f", out.resolve(name + ".zip").toString(), "-C", target.toString(), image.getFileName().toString());
        } else {
            run("tar", "-c", "-z", "-f", out.resolve(name + ".tar.gz").toString(), "-C", target.toString(), image.getFileName().toString());
        }
    }

    private void packages() throws IOException {
        List<String> common = new ArrayList<>(List.of("--app-image", image.toString(), "--name", NAME, "--app-version", accepted(), "--dest", out.toString(),
                "--vendor", "Inference Console", "--description", "The operator's console for apps and GPU engines on inference.sh"));
        if (OS.contains("linux")) {
            common.addAll(List.of("--resource-dir", Path.of("installer", "linux").toString(), "--linux-shortcut", "--linux-app-category", "devel"));
            if (has("dpkg-deb")) {
                pack("deb", common, "--linux-deb-maintainer", "dev@inference-console.example");
            }
            if (types.equals("all") && has("rpmbuild")) {
                pack("rpm", common, "--linux-rpm-license-type", "Proprietary");
            }
        } else if (OS.startsWith("win")) {
            common.addAll(List.of("--resource-dir", Path.of("installer", "windows").toString(), "--win-menu", "--win-shortcut", "--win-dir-chooser",
                    "--win-upgrade-uuid", "5b0c7f3e-2a2f-4c6e-9a55-6f0a3f1d9b51"));
            pack("msi", common);
        } else {
            common.addAll(List.of("--resource-dir", Path.of("installer", "mac").toString(), "--mac-package-identifier", MODULE));
            pack("dmg", common);
            Files.move(out.resolve(NAME + "-" + accepted() + ".dmg"), out.resolve(NAME + "-" + version + ".dmg"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void pack(String type, List<String> common, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--type", type));
        arguments.addAll(common);
        arguments.addAll(List.of(more));
        tool("jpackage", arguments.toArray(String[]::new));
    }

    private static void tool(String name, String... arguments) {
        int status = ToolProvider.findFirst(name).orElseThrow().run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
        if (status != 0) {
            throw new IllegalStateException(name + " ended with " + status);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(command[0] + " failed");
        }
    }

    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private Path application() {
        return OS.startsWith("win") ? image.resolve("app") : OS.contains("linux") ? image.resolve("lib/app") : image.resolve("Contents/app");
    }

    private Path launcher() {
        return OS.startsWith("win") ? image.resolve(NAME + ".exe") : OS.contains("linux") ? image.resolve("bin").resolve(NAME)
                : image.resolve("Contents/MacOS").resolve(NAME);
    }

    private static String icon() {
        return Path.of("icons", NAME + (OS.startsWith("win") ? ".ico" : OS.contains("linux") ? "-256.png" : ".icns")).toString();
    }

    private static String platform() {
        return (OS.startsWith("win") ? "windows" : OS.contains("linux") ? "linux" : "mac") + "-" + System.getProperty("os.arch");
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> found = Files.list(modules)) {
            return found.filter(one -> ending(one).equals("jar")).toList();
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static long megabytes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            long bytes = 0;
            for (Path file : files.filter(one -> Files.isRegularFile(one)).toList()) {
                bytes += Files.size(file);
            }
            return Math.round(bytes / 1e6);
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
