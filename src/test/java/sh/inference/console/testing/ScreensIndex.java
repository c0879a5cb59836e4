package sh.inference.console.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page that shows every kept picture: a line for each screen and state, its looks and sizes side by side. */
final class ScreensIndex {
    private static final Pattern NAME = Pattern.compile("(.+)-(dark|light|hc|[a-z_]+)-(\\d+)x(\\d+)\\.png");
    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Screens of Inference Console</title>
            <style>body{font:14px sans-serif;margin:16px;background:#eef1f4;color:#1a2028}h2{font-size:15px;margin:24px 0 6px}
            div{display:flex;gap:12px;overflow-x:auto}figure{margin:0}img{width:440px;border:1px solid #78838f;display:block}
            figcaption{font-size:12px;padding:4px 0}</style><h1>Screens of Inference Console</h1>
            """;

    /** The few that the README shows. */
    private static final List<String> README = List.of("engines-details-dark", "window-palette-dark", "confirm-engine-drain-light", "engines-details-hc");

    private ScreensIndex() {
    }

    /** For each screen all its states beside each other; each leads to its looks below. */
    private static void overview(StringBuilder page, Map<String, Map<String, String>> lines) {
        Map<String, List<String>> screens = new TreeMap<>();
        lines.keySet().forEach(line -> screens.computeIfAbsent(line.split("-")[0], made -> new ArrayList<>()).add(line));
        screens.forEach((screen, states) -> {
            page.append("<h2>").append(screen).append(", every state</h2><div>\n");
            for (String state : states) {
                page.append("<figure><a href=\"#%s\"><img loading=\"lazy\" src=\"%s\" alt=\"%s\"></a><figcaption>%s</figcaption></figure>\n"
                        .formatted(state, lines.get(state).values().iterator().next(), state, state));
            }
            page.append("</div>\n");
        });
    }

    /** Writes {@code index.html} over the pictures in a folder; does nothing where there are none. */
    static void write(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<String, Map<String, String>> lines = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString()).forEach(file -> {
                Matcher name = NAME.matcher(file);
                if (name.matches()) {
                    lines.computeIfAbsent(name.group(1), made -> new TreeMap<>())
                            .put("%05d %s".formatted(Integer.parseInt(name.group(3)), name.group(2)), file);
                }
            });
            StringBuilder page = new StringBuilder(HEAD);
            overview(page, lines);
            lines.forEach((line, pictures) -> {
                page.append("<h2 id=\"").append(line).append("\">").append(line).append("</h2><div>\n");
                pictures.forEach((order, file) -> page.append("<figure><a href=\"%s\"><img loading=\"lazy\" src=\"%s\" alt=\"%s\"></a><figcaption>%s</figcaption></figure>\n"
                        .formatted(file, file, file, file.substring(line.length() + 1, file.length() - 4).replace('-', ' '))));
                page.append("</div>\n");
            });
            Files.writeString(folder.resolve("index.html"), page.append("</html>\n"));
            if ("docs".equals(System.getProperty("screens"))) {
                for (String best : README) {
                    Path picture = folder.resolve(best + "-1280x800.png");
                    if (Files.exists(picture)) {
                        Files.copy(picture, Path.of("src", "docs", best + ".png"), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
