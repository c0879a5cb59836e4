package sh.inference.console.ui.profile;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import sh.inference.console.model.Text;
import sh.inference.console.profile.ApiKey;
import sh.inference.console.profile.ConnectionProfile;
import sh.inference.console.profile.ProfileBook;
import sh.inference.console.profile.ProfileKind;
import sh.inference.console.profile.ProfileSettings;
import sh.inference.console.profile.SavedProfile;
import sh.inference.console.profile.vault.KeyVault;
import sh.inference.console.state.ConnectionProbe;

/** Profiles in memory, answered at once. */
final class FakeProfiles implements ProfileActions {
    final Map<String, String> keys = new HashMap<>();
    final List<String> opened = new ArrayList<>();
    final List<ConnectionProbe.Line> lines = new ArrayList<>();
    ProfileBook book = ProfileBook.EMPTY;
    SavedProfile current = SavedProfile.passing(new ConnectionProfile("sandbox", URI.create("http://127.0.0.1:1"), ProfileKind.SANDBOX));
    KeyVault.Place place = KeyVault.Place.PLATFORM;
    Optional<Text> problem = Optional.empty();
    String passphrase = "";
    private int ids;

    static SavedProfile profile(String id, ProfileKind kind) {
        return new SavedProfile(id, new ConnectionProfile(id + "-name", URI.create("https://" + id + ".example.com"), kind), ProfileSettings.of(kind));
    }

    @Override
    public ProfileBook book() {
        return book;
    }

    @Override
    public SavedProfile current() {
        return current;
    }

    @Override
    public void open(String id) {
        opened.add(id);
    }

    @Override
    public void openWindow() {
        opened.add("window");
    }

    @Override
    public void save(SavedProfile profile, Optional<ApiKey> key, Optional<ApiKey> proxyPassword, Consumer<Optional<Text>> done) {
        if (problem.isEmpty()) {
            book = book.with(profile);
            key.ifPresent(given -> keys.put(profile.id(), given.secret()));
            proxyPassword.ifPresent(given -> keys.put(profile.proxyAccount(), given.secret()));
        }
        done.accept(problem);
    }

    @Override
    public void remove(String id, Consumer<Optional<Text>> done) {
        book = book.without(id);
        keys.remove(id);
        done.accept(problem);
    }

    @Override
    public void forgetKey(String id, Consumer<Optional<Text>> done) {
        keys.remove(id);
        done.accept(problem);
    }

    @Override
    public void askPlace(Consumer<KeyVault.Place> told) {
        told.accept(place);
    }

    @Override
    public void openKeyFile(char[] given, Consumer<Optional<Text>> done) {
        passphrase = new String(given);
        done.accept(problem);
    }

    @Override
    public void test(SavedProfile profile, Optional<ApiKey> key, Optional<ApiKey> proxyPassword, Consumer<ConnectionProbe.Line> told, Runnable done) {
        lines.forEach(told);
        done.run();
    }

    @Override
    public String newId() {
        return "id-" + ++ids;
    }
}
