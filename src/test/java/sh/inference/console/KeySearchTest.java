package sh.inference.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The console as a process of its own, given a key and made to work, to fail and to crash: afterwards the key is found in no
 * file, no log, no argument, no journal and no crash report; and what is kept, its owner alone can read.
 */
@EnabledOnOs(OS.LINUX)
class KeySearchTest {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
    @TempDir
    private Path folder;

    @Test
    void theKeyIsNowhereAndNobodyElseCanReadWhatIsKept() throws Exception {
        Files.createDirectories(folder.resolve("work"));
        try (SecretiveService service = new SecretiveService()) {
            String url = service.url().toString();
            Process window = start("--smoke", "--url", url, "--kind", "staging", "--verbose");
            assertThat(arguments(window)).contains("--smoke").doesNotContain(SecretiveService.KEY);
            assertThat(window.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(said()).contains("\"engines\":24");
            // A refusal that quotes the key, into the journal and onto the terminal.
            Process refused = start("--url", url, "--kind", "staging", "--verbose", "engines", "update", "h100-west-2", "--yes", "--reason", "because");
            assertThat(refused.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(folder.resolve("config/journal/journal.jsonl"))).contains("h100-west-2");
            Process crashed = start("--url", url, "--kind", "staging", "engines", "drain", "gpu-lon-03", "--yes", "--reason", "because");
            crash(crashed, folder.resolve("config/journal/journal.jsonl"));
        }
        List<String> found = new ArrayList<>();
        int files = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                if (content(file).contains(SecretiveService.KEY)) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        assertThat(files).as("log, journal, cache, what was said, and the report of the crash").isGreaterThan(5);
        assertThat(found).as("files with the key").isEmpty();
        assertThat(reachable(folder.resolve("config"))).as("what others can read").isEmpty();
    }

    /** Ends it the hard way while it works, so that the virtual machine writes its report. */
    private void crash(Process process, Path journal) throws Exception {
        long before = Files.size(journal);
        for (int looks = 0; looks < 600 && process.isAlive() && Files.size(journal) == before; looks++) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        new ProcessBuilder("kill", "-SEGV", String.valueOf(process.pid())).start().waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(report()).as("a report of the crash").isNotEmpty();
    }

    private List<Path> report() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("work"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("hs_err")).toList();
        }
    }

    /** The paths that others could read: a file in a directory that nobody else enters is safe. */
    private static List<String> reachable(Path directory) throws IOException {
        List<String> open = new ArrayList<>();
        if (Files.getPosixFilePermissions(directory).stream().noneMatch(OTHERS::contains)) {
            return open;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry)) {
                    open.addAll(reachable(entry));
                } else if (Files.getPosixFilePermissions(entry).stream().anyMatch(OTHERS::contains)) {
                    open.add(entry.toString());
                }
            }
        }
        return open;
    }

    private static String arguments(Process process) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.ISO_8859_1);
    }

    private static String content(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.language=en", "-XX:-CreateCoredumpOnCrash"));
        command.addAll(Arrays.asList(System.getProperty("console.flags").split(" ")));
        command.addAll(List.of("--module-path", System.getProperty("jdk.module.path"), "--module", "sh.inference.console/sh.inference.console.Launcher"));
        command.addAll(List.of("--config", folder.resolve("config").toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.resolve("work").toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()));
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("INFERENCE_API_KEY", SecretiveService.KEY);
        return builder.start();
    }
}
