import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the product is made of that others wrote, and under which licences: the libraries, as Maven knows them, and what
 * Maven knows nothing of: the runtime and the fonts. A library without a line in either list ends the build.
 */
final class Origins {
    private static final Path LIBRARIES = Path.of("target", "generated-sources", "license", "THIRD-PARTY.txt");
    private static final Path BILL = Path.of("target", "bom.json");
    private static final Path TEXTS = Path.of("installer", "licenses");
    private static final Pattern LISTED = Pattern.compile("\\((?:[^:()\\s]+):([^:()\\s]+):([^:()\\s]+) - ");
    private static final Pattern BILLED = Pattern.compile("\"bom-ref\" : \"pkg:maven/[^/\"]+/([^@\"]+)@([^?\"]+)[?\"]");
    /** A library's own licence or notice, wherever a jar keeps one. */
    private static final Pattern TEXT = Pattern.compile("(?i)/META-INF/([^/]*-)?(license|notice)[^/]*");
    private static final String FIRST_COMPONENT = "\n  \"components\" : [";
    private final List<Part> others;

    private record Part(String type, String name, String version, String spdx, String note) {
        String line() {
            return "     (%s) %s %s (%s)%n".formatted(spdx, name, version, note);
        }

        String component() {
            String reference = "pkg:generic/" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + "@" + version;
            return """

                        {
                          "type" : "%s",
                          "bom-ref" : "%s",
                          "name" : "%s",
                          "version" : "%s",
                          "description" : "%s",
                          "licenses" : [ { "expression" : "%s" } ],
                          "purl" : "%s"
                        },""".indent(0).stripTrailing().formatted(type, reference, name, version, note, spdx, reference);
        }
    }

    /** @param runtime the linked runtime */
    Origins(Path runtime) throws IOException {
        String release = Files.readString(runtime.resolve("release"));
        String java = Pattern.compile("JAVA_VERSION=\"([^\"]+)\"").matcher(release).results().map(found -> found.group(1)).findFirst().orElseThrow();
        others = List.of(
                new Part("framework", "OpenJDK", java, "GPL-2.0-only WITH Classpath-exception-2.0", "the runtime; what it contains of others is in its folder legal"),
                new Part("file", "Inter", "3.019", "OFL-1.1", "a part of it, under the name IC Sans"),
                new Part("file", "JetBrains Mono", "2.242", "OFL-1.1", "the font of ids and figures"));
    }

    /** All of it with its licences, as a text to read. */
    String licences() throws IOException {
        return Files.readString(LIBRARIES) + "\nBeside them:\n" + others.stream().map(Part::line).collect(Collectors.joining());
    }

    /** All of it as CycloneDX. */
    String bill() throws IOException {
        String libraries = Files.readString(BILL);
        if (!libraries.contains(FIRST_COMPONENT)) {
            throw new IOException(BILL + " has no list of components");
        }
        String more = others.stream().map(Part::component).collect(Collectors.joining());
        return libraries.replace(FIRST_COMPONENT, FIRST_COMPONENT + more);
    }

    /** Puts the texts of all licences into a folder: those kept here, the runtime's, and what each library brings itself. */
    void writeTexts(List<Path> libraries, Path runtime, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), licences());
        try (Stream<Path> kept = Files.list(TEXTS)) {
            for (Path text : kept.toList()) {
                Files.copy(text, folder.resolve(text.getFileName().toString()));
            }
        }
        Path java = runtime.resolve("legal").resolve("java.base");
        Files.writeString(folder.resolve("GPL-2.0-with-classpath-exception.txt"),
                "OpenJDK and JavaFX\n\n" + Files.readString(java.resolve("LICENSE")) + "\n" + Files.readString(java.resolve("ASSEMBLY_EXCEPTION")));
        for (Path jar : libraries) {
            try (FileSystem zip = FileSystems.newFileSystem(jar); Stream<Path> entries = Files.walk(zip.getPath("/"), 2)) {
                for (Path text : entries.filter(one -> TEXT.matcher(one.toString()).matches()).toList()) {
                    Path own = Files.createDirectories(folder.resolve(name(jar)));
                    Files.copy(text, own.resolve(text.getFileName().toString()));
                }
            }
        }
    }

    /** Lays beside each file of a folder its checksum, what is in it, and under which licences. */
    void lieBeside(Path folder) throws IOException {
        List<Path> made;
        try (Stream<Path> found = Files.list(folder)) {
            made = found.toList();
        }
        for (Path file : made) {
            byte[] digest = sha256(file);
            String name = file.getFileName().toString();
            Files.writeString(folder.resolve(name + ".sha256"), HexFormat.of().formatHex(digest) + "  " + name + "\n");
            Files.writeString(folder.resolve(name + ".cdx.json"), bill());
            Files.writeString(folder.resolve(name + ".licenses.txt"), licences());
        }
    }

    /** @throws IOException naming each library that is in the image and missing in one of the lists */
    static void complete(List<Path> libraries) throws IOException {
        Set<String> listed = named(LISTED, Files.readString(LIBRARIES));
        Set<String> billed = named(BILLED, Files.readString(BILL));
        List<String> missing = new ArrayList<>();
        for (Path jar : libraries) {
            String name = name(jar);
            // A jar for one platform only has that platform at the end of its name.
            if (listed.stream().noneMatch(name::startsWith)) {
                missing.add(name + " in " + LIBRARIES);
            }
            if (billed.stream().noneMatch(name::startsWith)) {
                missing.add(name + " in " + BILL);
            }
        }
        if (!missing.isEmpty()) {
            throw new IOException("libraries that are not listed: " + String.join(", ", missing));
        }
    }

    private static byte[] sha256(Path file) throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has it", absent);
        }
    }

    private static Set<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1) + "-" + found.group(2)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Path jar) {
        return jar.getFileName().toString().replaceFirst("\\.jar$", "");
    }
}
