package sh.inference.console.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class PatientTest {
    private final List<String> run = new ArrayList<>();
    private final Patient patient = new Patient(Runnable::run);

    @Test
    void tasksRunAtOnceWhileNothingIsHeld() {
        patient.execute(() -> run.add("first"));

        assertEquals(List.of("first"), run);
    }

    @Test
    void whatIsHeldRunsInItsOrderOnceReleased() {
        patient.hold();
        patient.execute(() -> run.add("first"));
        patient.execute(() -> run.add("second"));
        assertEquals(List.of(), run);

        patient.release();
        patient.execute(() -> run.add("third"));

        assertEquals(List.of("first", "second", "third"), run);
    }

    @Test
    void toReleaseOnceMoreRunsNothingTwice() {
        patient.hold();
        patient.execute(() -> run.add("first"));
        patient.release();
        patient.release();

        assertEquals(List.of("first"), run);
    }
}
