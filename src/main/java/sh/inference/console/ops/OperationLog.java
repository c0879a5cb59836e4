package sh.inference.console.ops;

import java.util.Optional;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every operation of this session, newest first. Written by the desk alone; confined to the FX thread. */
public final class OperationLog {
    private final ObservableList<OperationRecord> records = FXCollections.observableArrayList();
    private final ObservableList<OperationRecord> view = FXCollections.unmodifiableObservableList(records);

    public ObservableList<OperationRecord> records() {
        return view;
    }

    public Optional<OperationRecord> find(String id) {
        return records.stream().filter(record -> record.id().equals(id)).findFirst();
    }

    /** Adds a record, or replaces the one with its id in place. */
    void put(OperationRecord record) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).id().equals(record.id())) {
                records.set(i, record);
                return;
            }
        }
        records.addFirst(record);
    }
}
