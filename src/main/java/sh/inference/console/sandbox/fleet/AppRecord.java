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
    private final String title;
    private final String description;
    private final String category;
    private final Instant createdAt;
    private final List<VersionRecord> versions;
    private String visibility = "private";
    private String status;
    private String statusMessage;
    private Instant statusChangedAt;
    private Instant updatedAt;
    private VersionRecord current;

    public AppRecord(String id, String namespace, String name, String title, String description, String category, String status, String statusMessage,
                     List<VersionRecord> versions, VersionRecord current, Instant changedAt) {
        this.id = id;
        this.namespace = namespace;
        this.name = name;
        this.title = title;
        this.description = description;
        this.category = category;
        this.status = status;
        this.statusMessage = statusMessage;
        this.statusChangedAt = changedAt;
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

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public String category() {
        return category;
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
}
