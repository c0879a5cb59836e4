package sh.inference.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.testing.ManualClock;

class ProfileRepositoryTest {
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----";
    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsReadBack() throws IOException {
        ProfileBook book = new ProfileBook(List.of(profile("a", ProfileKind.PRODUCTION), full("b"), profile("c", ProfileKind.DEVELOPMENT)), "b");
        repository().save(book);
        assertThat(repository().load()).isEqualTo(new ProfileRepository.Loaded(book, java.util.Optional.empty()));
        assertThat(book.toOpen().map(SavedProfile::id)).contains("b");
    }

    @Test
    void theFileIsJsonThatPeopleCanReadAndWrite() throws IOException {
        repository().save(new ProfileBook(List.of(full("b")), "b"));
        String text = Files.readString(file());
        assertThat(text).contains("\"version\" : 1", "\"name\" : \"name b\"", "\"kind\" : \"staging\"", "\"start\" : \"read_only\"");
        Files.writeString(file(), """
                {"version": 1, "profiles": [{"id": "x", "name": "by hand", "url": "https://api.example.com/"}]}
                """);
        SavedProfile read = repository().load().book().profiles().getFirst();
        assertThat(read.place()).isEqualTo(new ConnectionProfile("by hand", URI.create("https://api.example.com"), ProfileKind.PRODUCTION));
        assertThat(read.settings()).isEqualTo(ProfileSettings.of(ProfileKind.PRODUCTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"version\":2,\"profiles\":[]}", "{\"version\":1}",
        "{\"version\":1,\"profiles\":[{\"id\":\"x\",\"name\":\"n\",\"url\":\"ftp://h\"}]}",
        "{\"version\":1,\"profiles\":[{\"id\":\"x\",\"name\":\"n\",\"url\":\"https://h\",\"kind\":\"prod\"}]}",
        "{\"version\":1,\"profiles\":[{\"id\":\"x\",\"name\":\"n\",\"url\":\"https://h\",\"reply_seconds\":0}]}",
        "{\"version\":1,\"profiles\":[{\"name\":\"n\",\"url\":\"https://h\"}]}"})
    void aFileThatCannotBeReadIsSetAsideWholeAndSaid(String text) throws IOException {
        Files.writeString(file(), text);
        ProfileRepository.Loaded loaded = repository().load();
        assertThat(loaded.book()).isEqualTo(ProfileBook.EMPTY);
        assertThat(loaded.finding()).isPresent();
        Path aside;
        try (Stream<Path> files = Files.list(folder)) {
            aside = files.filter(path -> path.getFileName().toString().startsWith("profiles.damaged-")).findFirst().orElseThrow();
        }
        assertThat(Files.readString(aside)).isEqualTo(text);
        repository().save(new ProfileBook(List.of(profile("a", ProfileKind.STAGING)), ""));
        assertThat(Files.readString(aside)).as("never written over").isEqualTo(text);
        assertThat(repository().load().finding()).isEmpty();
    }

    @Test
    void aFileThatSaysThatProductionStartsOpenIsNotBelieved() throws IOException {
        Files.writeString(file(), "{\"version\":1,\"profiles\":[{\"id\":\"x\",\"name\":\"n\",\"url\":\"https://h\",\"kind\":\"production\",\"writes\":{\"start\":\"open\"}}]}");
        assertThat(repository().load().book().profiles().getFirst().settings().writes().start()).isEqualTo(WritePolicy.Start.LOCKED);
    }

    @Test
    void savingLeavesNothingElseBehind() throws IOException {
        for (int i = 0; i < 5; i++) {
            repository().save(new ProfileBook(List.of(profile("a" + i, ProfileKind.STAGING)), ""));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("profiles.json");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyItsOwnerMayReadIt() throws IOException {
        Path deep = folder.resolve("deep/er");
        new ProfileRepository(deep, new ManualClock()).save(ProfileBook.EMPTY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep.resolve("profiles.json")))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(deep))).isEqualTo("rwx------");
    }

    @Test
    void aBookKeepsItsOrderAndFindsFreeNames() {
        ProfileBook book = ProfileBook.EMPTY.with(profile("a", ProfileKind.STAGING)).with(profile("b", ProfileKind.STAGING)).opened("a");
        assertThat(book.with(profile("a", ProfileKind.PRODUCTION)).profiles()).extracting(SavedProfile::id).containsExactly("a", "b");
        assertThat(book.without("a").last()).isEmpty();
        assertThat(book.without("b").last()).isEqualTo("a");
        assertThat(book.freeName("name a")).isEqualTo("name a 2");
        assertThat(book.freeName("new")).isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource({"api.inference.sh,'',PRODUCTION", "api.staging.example.com,'',STAGING", "api.example.com,stage,STAGING", "dev.example.com,'',DEVELOPMENT",
        "localhost,'',DEVELOPMENT", "127.0.0.1,'',DEVELOPMENT", "device.example.com,'',PRODUCTION", "backstage.example.com,'',PRODUCTION", "api.example.com,prod-eu,PRODUCTION",
        "stg-1.example.com,'',STAGING", "'','',PRODUCTION"})
    void aKindIsGuessedFromHostAndNameAndIsProductionInDoubt(String host, String name, ProfileKind kind) {
        assertThat(ProfileKind.guess(host, name)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"https://api.example.com/,https://api.example.com,true", "api.example.com,https://api.example.com,true", "http://localhost:8080,http://localhost:8080,true",
        "http://127.0.0.1,http://127.0.0.1,true", "http://[::1]:1,http://[::1]:1,true", "http://api.example.com,http://api.example.com,false",
        "http://127.0.0.1.example.com,http://127.0.0.1.example.com,false", "http://localhost.example.com,http://localhost.example.com,false"})
    void anAddressIsReadAsItIsTyped(String typed, String url, boolean safe) {
        assertThat(BaseUrl.read(typed)).contains(URI.create(url));
        assertThat(BaseUrl.refusal(URI.create(url), false).isEmpty()).isEqualTo(safe);
        assertThat(BaseUrl.refusal(URI.create(url), true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ftp://h", "https://", "https://user@h", "https://h?q", "https://h#f", "ht tp://h", "https://h:port"})
    void whatIsNoAddressIsNotTakenForOne(String typed) {
        assertThat(BaseUrl.read(typed)).isEmpty();
    }

    private ProfileRepository repository() {
        return new ProfileRepository(folder, new ManualClock());
    }

    private Path file() {
        return folder.resolve("profiles.json");
    }

    private static SavedProfile profile(String id, ProfileKind kind) {
        return new SavedProfile(id, new ConnectionProfile("name " + id, URI.create("https://" + id + ".example.com"), kind), ProfileSettings.of(kind));
    }

    private static SavedProfile full(String id) {
        ProfileSettings settings = new ProfileSettings(new WritePolicy(WritePolicy.Start.READ_ONLY, Duration.ofMinutes(5)),
                new ProxySetting(ProxySetting.Way.MANUAL, "proxy.example.com", 3128, "ada"), PEM, Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(90), false, true);
        return new SavedProfile(id, new ConnectionProfile("name " + id, URI.create("http://" + id + ".example.com:8080"), ProfileKind.STAGING), settings);
    }
}
