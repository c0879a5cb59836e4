package sh.inference.console.ui.compare;

/** A version that can be chosen for a side, with the words of its line in the list. */
record VersionChoice(String id, String words) {
    @Override
    public String toString() {
        return words;
    }
}
