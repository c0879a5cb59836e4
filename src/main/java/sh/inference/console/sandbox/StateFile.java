package sh.inference.console.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;

import sh.inference.console.sandbox.fleet.FleetMemory;
import sh.inference.console.sandbox.fleet.Past;
import sh.inference.console.sandbox.fleet.SandboxFleet;
import sh.inference.console.sandbox.wire.Json;

/** The file a fleet is kept in between runs. It is always whole: each writing makes a new one and puts it in the old one's place. */
final class StateFile {
    private final Path file;
    private Optional<SetAside> setAside = Optional.empty();

    StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What became of a file that could not be read; empty when all is well. */
    Optional<SetAside> setAside() {
        return setAside;
    }

    /**
     * What was kept; nothing when there is no file. One that cannot be understood is set aside beside its place.
     *
     * @throws IOException when it is there and cannot be reached or moved
     */
    Optional<Past> read(Instant now) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(FleetMemory.read(Json.parse(Files.readAllBytes(file)), now));
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + now.toEpochMilli());
            Files.move(file, aside);
            setAside = Optional.of(new SetAside(file, aside));
            return Optional.empty();
        }
    }

    /** @throws IOException when it cannot be written; what was there stays */
    void write(SandboxFleet fleet) throws IOException {
        byte[] kept = fleet.call(() -> Json.bytes(FleetMemory.write(fleet)));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, kept, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
