package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;

class InterruptedCallTest {
    @Test
    void aThreadThatIsStoppedBeforeItIsConnectedHasGivenTheCallUp() throws IOException {
        try (CannedService service = new CannedService()) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(ApiException.class).isThrownBy(() -> service.api().getEngine("e"))
                    .satisfies(thrown -> assertThat(thrown.failure()).isInstanceOfSatisfying(ApiFailure.Unreachable.class,
                            unreachable -> assertThat(unreachable.cause()).isEqualTo(ApiFailure.Cause.CANCELLED)));
            assertThat(Thread.interrupted()).as("the thread still knows that it was stopped").isTrue();
        }
    }
}
