package sh.inference.console.profile;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Profiles as JSON that people can read and write, and back. What is not said is as a new profile has it. */
final class ProfileJson {
    static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ProfileJson() {
    }

    static byte[] write(ProfileBook book) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION).put("last", book.last());
        ArrayNode profiles = root.putArray("profiles");
        book.profiles().forEach(one -> write(one, profiles.addObject()));
        return JSON.writeValueAsBytes(root);
    }

    /** @throws IOException if it is no book of profiles, or one of a later version */
    static ProfileBook read(byte[] bytes) throws IOException {
        JsonNode root = JSON.readTree(bytes);
        if (root == null || root.path("version").asInt() < 1 || root.path("version").asInt() > VERSION || !root.path("profiles").isArray()) {
            throw new IOException("not profiles of version " + VERSION);
        }
        List<SavedProfile> profiles = new ArrayList<>();
        for (JsonNode one : root.path("profiles")) {
            profiles.add(read(one));
        }
        return new ProfileBook(profiles, root.path("last").asText(""));
    }

    private static void write(SavedProfile profile, ObjectNode node) {
        ProfileSettings settings = profile.settings();
        node.put("id", profile.id()).put("name", profile.place().name()).put("url", profile.place().baseUrl().toString()).put("kind", word(profile.place().kind()));
        node.putObject("writes").put("start", word(settings.writes().start())).put("unlocked_seconds", settings.writes().unlockedFor().toSeconds());
        ObjectNode proxy = node.putObject("proxy").put("way", word(settings.proxy().way()));
        if (settings.proxy().way() == ProxySetting.Way.MANUAL) {
            proxy.put("host", settings.proxy().host()).put("port", settings.proxy().port()).put("user", settings.proxy().user());
        }
        node.put("connect_seconds", settings.connectTimeout().toSeconds()).put("reply_seconds", settings.replyTimeout().toSeconds())
                .put("reconcile_seconds", settings.reconcile().toSeconds()).put("send_api_version", settings.sendApiVersion())
                .put("key_without_tls", settings.plainAccepted()).put("certificates", settings.certificates());
    }

    private static SavedProfile read(JsonNode node) throws IOException {
        try {
            URI url = BaseUrl.read(node.path("url").asText()).orElseThrow(() -> new IOException("no address: " + node.path("url").asText()));
            ProfileKind kind = read(ProfileKind.values(), node.path("kind").asText(), ProfileKind.PRODUCTION);
            String id = node.path("id").asText();
            String name = node.path("name").asText();
            if (id.isBlank() || name.isBlank()) {
                throw new IOException("a profile without id or name");
            }
            ProfileSettings usual = ProfileSettings.of(kind);
            JsonNode proxy = node.path("proxy");
            return new SavedProfile(id, new ConnectionProfile(name, url, kind), new ProfileSettings(
                    new WritePolicy(read(WritePolicy.Start.values(), node.path("writes").path("start").asText(), usual.writes().start()),
                            seconds(node.path("writes").path("unlocked_seconds"), usual.writes().unlockedFor())),
                    new ProxySetting(read(ProxySetting.Way.values(), proxy.path("way").asText(), ProxySetting.Way.SYSTEM), proxy.path("host").asText(""),
                            proxy.path("port").asInt(), proxy.path("user").asText("")),
                    node.path("certificates").asText(""), seconds(node.path("connect_seconds"), usual.connectTimeout()),
                    seconds(node.path("reply_seconds"), usual.replyTimeout()), seconds(node.path("reconcile_seconds"), usual.reconcile()),
                    node.path("send_api_version").asBoolean(true), node.path("key_without_tls").asBoolean(false)));
        } catch (IllegalArgumentException | DateTimeException strange) {
            throw new IOException(strange.getMessage(), strange);
        }
    }

    private static Duration seconds(JsonNode node, Duration usual) {
        return node.isNumber() ? Duration.ofSeconds(node.asLong()) : usual;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IOException if a word is said that is none of the values */
    private static <E extends Enum<E>> E read(E[] values, String word, E usual) throws IOException {
        if (word.isEmpty()) {
            return usual;
        }
        return Stream.of(values).filter(value -> word(value).equals(word)).findFirst().orElseThrow(() -> new IOException("unknown word: " + word));
    }
}
