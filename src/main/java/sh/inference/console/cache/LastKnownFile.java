package sh.inference.console.cache;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import sh.inference.console.model.App;
import sh.inference.console.model.FileFault;
import sh.inference.console.model.Text;
import sh.inference.console.profile.OwnerFile;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.state.EngineEntry;

/** The file of what was last seen in one profile, for its owner's eyes only. Blocks; safe for use by any thread. */
public final class LastKnownFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;
    private final Path file;

    /**
     * What was read.
     *
     * @param finding that the file was damaged and where it is now, in words
     */
    public record Read(Optional<LastKnown> known, Optional<Text> finding) {
    }

    private LastKnownFile(Path file) {
        this.file = file;
    }

    /** The file of a profile; one that is not kept is known by where it points. */
    public static LastKnownFile of(Path directory, SavedProfile profile) {
        return new LastKnownFile(directory.resolve("fleet-" + (profile.isKept() ? profile.id() : hash(profile.place().baseUrl().toString())) + ".json.gz"));
    }

    /** The file of a profile that is kept. */
    public static LastKnownFile of(Path directory, String profileId) {
        return new LastKnownFile(directory.resolve("fleet-" + profileId + ".json.gz"));
    }

    public Path path() {
        return file;
    }

    /** Puts it in the place of what was kept before, at once. */
    public synchronized void write(LastKnown known) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new Quick(bytes); JsonGenerator out = JSON.getFactory().createGenerator(packed)) {
            RecordJson records = new RecordJson();
            out.writeStartObject();
            out.writeNumberField("version", VERSION);
            out.writeStringField("heardAt", known.heardAt().toString());
            out.writeArrayFieldStart("engines");
            for (EngineEntry one : known.engines()) {
                records.write(out, one);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("apps");
            for (App one : known.apps()) {
                records.write(out, one);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        OwnerFile.replace(file, bytes.toByteArray());
    }

    /** What was kept; a damaged file is set aside and said, one of another edition of the console counts as none. */
    public synchronized Read read() {
        if (!Files.exists(file)) {
            return new Read(Optional.empty(), Optional.empty());
        }
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))); JsonParser parser = JSON.getFactory().createParser(in)) {
            return new Read(content(parser), Optional.empty());
        } catch (IOException damaged) {
            return new Read(Optional.empty(), Optional.of(setAside(damaged)));
        }
    }

    /** Keeps nothing any more. */
    public synchronized void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static Optional<LastKnown> content(JsonParser in) throws IOException {
        RecordJson records = new RecordJson();
        List<EngineEntry> engines = new ArrayList<>();
        List<App> apps = new ArrayList<>();
        Instant heardAt = Instant.EPOCH;
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not an object");
        }
        for (String member; (member = in.nextFieldName()) != null; ) {
            in.nextToken();
            switch (member) {
                case "version" -> {
                    if (in.getIntValue() != VERSION) {
                        return Optional.empty();
                    }
                }
                case "heardAt" -> heardAt = moment(in.getText());
                case "engines" -> each(in, node -> engines.add(records.read(node, EngineEntry.class)));
                case "apps" -> each(in, node -> apps.add(records.read(node, App.class)));
                default -> in.skipChildren();
            }
        }
        // To the very end, where the sum over the bytes stands.
        if (in.currentToken() != JsonToken.END_OBJECT || in.nextToken() != null || heardAt.equals(Instant.EPOCH)) {
            throw new IOException("not whole");
        }
        return Optional.of(new LastKnown(heardAt, engines, apps));
    }

    private interface Taker {
        void take(JsonNode node) throws IOException;
    }

    private static void each(JsonParser in, Taker taker) throws IOException {
        while (in.nextToken() == JsonToken.START_OBJECT) {
            taker.take(JSON.readTree(in));
        }
    }

    private static Instant moment(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (java.time.DateTimeException strange) {
            throw new IOException(strange.getMessage(), strange);
        }
    }

    private Text setAside(IOException why) {
        Path aside = file.resolveSibling(file.getFileName().toString().replace(".json.gz", ".damaged.json.gz"));
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return Text.of("cache.damaged", FileFault.why(why), aside.toString());
        } catch (IOException stuck) {
            return Text.of("cache.unreadable", file.toString(), FileFault.why(why));
        }
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Packed quickly rather than tightly: ten thousand engines are written once a minute. */
    private static final class Quick extends GZIPOutputStream {
        Quick(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
