package sh.inference.console.sandbox.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The tables the sandbox is built from. */
final class SeedFile {
    private static final String FOLDER = "/sh/inference/console/sandbox/";

    private SeedFile() {
    }

    static JsonNode read(String name) {
        try (InputStream in = SeedFile.class.getResourceAsStream(FOLDER + name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
