package sh.inference.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;

import sh.inference.console.testing.Apps;

class WebPageTest {
    private static final App APP = Apps.named("flux").build();

    @Test
    void anAppOfTheServiceHasItsPageBesideTheApi() {
        assertThat(WebPage.of(URI.create("https://api.inference.sh"), APP)).contains(URI.create("https://app.inference.sh/apps/" + APP.reference()));
    }

    @Test
    void whatANameHoldsCannotLeadElsewhere() {
        App odd = new App("a", "a", "x/../y", "a b?c#d", "", "", "", "", Wire.of(AppStatus.ACTIVE), "", java.util.Optional.empty(), "", java.util.Optional.empty(),
                java.util.Optional.empty(), java.util.Optional.empty());
        assertThat(WebPage.of(URI.create("https://api.inference.sh"), odd)).contains(URI.create("https://app.inference.sh/apps/x%2F..%2Fy/a%20b%3Fc%23d"));
    }

    @Test
    void ofAServiceUnderAnotherNameNoPageIsKnown() {
        assertThat(WebPage.of(URI.create("http://127.0.0.1:8080"), APP)).isEmpty();
        assertThat(WebPage.of(URI.create("http://api.inference.sh"), APP)).isEmpty();
        assertThat(WebPage.of(URI.create("https://gateway.example.org"), APP)).isEmpty();
    }
}
