package sh.inference.console.api.dto;

/** The short id: what the service says, or else the first eight characters of the id (contract 3.1). */
final class ShortId {
    private static final int LENGTH = 8;

    private ShortId() {
    }

    static String of(String shortId, String id) {
        if (shortId != null && !shortId.isEmpty()) {
            return shortId;
        }
        return id == null ? "" : id.substring(0, Math.min(LENGTH, id.length()));
    }
}
