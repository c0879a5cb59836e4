package sh.inference.console.sandbox.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An app and its versions, of which one is current. */
public final class AppRecord {
    private final String id;
    private final String namespace;
    private final String name;
    private final Instant createdAt;
    private final List<VersionRecord> versions;
    private AppListing listing;
    private String visibility = "private";
    private String status;
    private String statusMessage;
    private String license = "";
    private Instant statusChangedAt;
    private Instant licensedAt;
    private Instant updatedAt;
    private VersionRecord current;

    public AppRecord(String id, String namespace, String name, AppListing listing, String status, String statusMessage, List<VersionRecord> versions,
                     VersionRecord current, Instant changedAt) {
        this.id = id;
        this.namespace = namespace;
        this.name = name;
        this.listing = listing;
        this.status = status;
        this.statusMessage = statusMessage;
        this.statusChangedAt = changedAt;
        this.licensedAt = changedAt;
        this.versions = new ArrayList<>(versions);
        this.current = current;
        this.updatedAt = changedAt;
        this.createdAt = versions.stream().map(VersionRecord::createdAt).min(Instant::compareTo).orElse(changedAt);
    }

    public String id() {
        return id;
    }

    public String namespace() {
        return namespace;
    }

    public String name() {
        return name;
    }

    /** The name that is unique among the apps that live. */
    public String reference() {
        return namespace + "/" + name;
    }

    public AppListing listing() {
        return listing;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String visibility() {
        return visibility;
    }

    public String status() {
        return status;
    }

    public String statusMessage() {
        return statusMessage;
    }

    public Instant statusChangedAt() {
        return statusChangedAt;
    }

    /** The text of its license; empty for none. */
    public String license() {
        return license;
    }

    public Instant licensedAt() {
        return licensedAt;
    }

    public VersionRecord current() {
        return current;
    }

    public List<VersionRecord> versions() {
        return versions;
    }

    /** @param reference an id or a short id (contract 3.1) */
    public Optional<VersionRecord> version(String reference) {
        return versions.stream().filter(version -> version.id().equals(reference) || Ids.shorten(version.id()).equals(reference)).findFirst();
    }

    /** Makes a version current; repeating it changes nothing (contract 4.5). */
    public void promote(VersionRecord version, Instant now) {
        if (version != current) {
            current = version;
            updatedAt = now;
        }
    }

    void deploy(VersionRecord version) {
        versions.add(version);
    }

    /** @throws Refusal when it cannot be shown like this */
    public void edit(AppListing wanted, Instant now) {
        listing = wanted.checked(listing);
        updatedAt = now;
    }

    public void setStatus(String next, String message, Instant now) {
        status = next;
        statusMessage = message;
        statusChangedAt = now;
        updatedAt = now;
    }

    public void show(String wanted, Instant now) {
        visibility = wanted;
        updatedAt = now;
    }

    public void license(String text, Instant now) {
        license = text;
        licensedAt = now;
    }
}
