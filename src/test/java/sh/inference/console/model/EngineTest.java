package sh.inference.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import sh.inference.console.testing.Engines;

class EngineTest {
    @Test
    void anEngineWithoutANameGoesByItsShortId() {
        Engine nameless = Engines.running(" ").build();
        assertThat(nameless.name()).isEqualTo(nameless.shortId()).isNotBlank();
    }
}
