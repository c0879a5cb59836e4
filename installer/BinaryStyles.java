import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javafx.css.Stylesheet;

/** Writes every style sheet below one folder into another one, in JavaFX's binary form: {@code BinaryStyles FROM TO}, with JavaFX on the module path. */
final class BinaryStyles {
    private BinaryStyles() {
    }

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        List<Path> sheets;
        try (Stream<Path> files = Files.walk(from)) {
            sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
        }
        for (Path sheet : sheets) {
            Path binary = to.resolve(from.relativize(sheet).toString().replaceFirst("css$", "bss"));
            Files.createDirectories(binary.getParent());
            Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
        }
    }
}
