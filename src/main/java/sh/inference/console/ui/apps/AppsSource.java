package sh.inference.console.ui.apps;

/** Asks the service for apps; what it answers arrives in the store. */
public interface AppsSource {
    /** Starts a new search; an empty term lists everything. */
    void search(String term);

    /** Reads the next page of the current search. */
    void loadMore();

    /** Reads the first page of the current search again. */
    void reload();
}
