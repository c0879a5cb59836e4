package sh.inference.console.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One of the mains of the benches in a process of its own, without a display; its memory is as where the console is installed. */
final class MeasuredProcess implements AutoCloseable {
    /** What a process says that is ready to measure and waits until it is told to. */
    static final String READY = "ready";
    private static final List<String> FLAGS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED");
    /** For the start, the list, the gestures and the end, also on a machine that has other work. */
    private static final int GRACE_SECONDS = 300;
    private final String name;
    private final int seconds;
    private final Process process;
    private final BufferedReader out;

    private MeasuredProcess(String name, int seconds, Process process) {
        this.name = name;
        this.seconds = seconds;
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static MeasuredProcess start(Class<?> main, SandboxProcess sandbox, int engines, String what, int seconds) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of(System.getProperty("bench.memory").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), sandbox.url().toString(), sandbox.key(),
                String.valueOf(engines), what, String.valueOf(seconds)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove("DISPLAY");
        return new MeasuredProcess(main.getSimpleName(), seconds, builder.start());
    }

    /** Runs it from its start to its end and reads the metrics that it prints. */
    static Map<String, Number> run(Class<?> main, SandboxProcess sandbox, int engines, String what, int seconds) throws IOException {
        try (MeasuredProcess process = start(main, sandbox, engines, what, seconds)) {
            return process.metrics();
        }
    }

    /** Waits until it is ready; what it waits for itself has an end. */
    void awaitReady() throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals(READY)) {
            line = out.readLine();
        }
        Objects.requireNonNull(line, name + " was never ready");
    }

    /** Lets one that is ready measure. */
    void measure() throws IOException {
        process.outputWriter().append('\n').flush();
    }

    /** Waits for its end. A run that hangs is ended, and its metrics are missing. */
    Map<String, Number> metrics() throws IOException {
        Thread watchdog = Thread.startVirtualThread(this::endWhenLate);
        String line = out.lines().filter(text -> text.startsWith("{")).reduce((first, last) -> last).orElseThrow(() -> new IOException(name + " has measured nothing"));
        watchdog.interrupt();
        return new ObjectMapper().readValue(line, new TypeReference<LinkedHashMap<String, Number>>() { });
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void endWhenLate() {
        try {
            if (!process.waitFor(seconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
