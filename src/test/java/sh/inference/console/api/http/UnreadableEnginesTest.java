package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.Frame;
import sh.inference.console.api.ListRequest;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;

/** An engine that cannot be read keeps its place, with what the service sent and without what may be secret. */
class UnreadableEnginesTest {
    private static final String GOOD = "{\"id\":\"e1\",\"name\":\"rack-1\",\"status\":\"running\",\"workers\":[]}";
    @AutoClose
    private final CannedService service = new CannedService();

    private List<Engine> list(String... items) throws ApiException {
        return service.answer(200, "{\"items\":[" + String.join(",", items) + "],\"has_next\":false}").api().listEngines(ListRequest.first(10)).items();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"e2\",\"name\":\"odd\",\"status\":{\"now\":\"running\"},\"workers\":[]}", "{\"id\":\"e2\",\"name\":\"odd\",\"workers\":\"three\"}",
        "{\"id\":\"e2\",\"name\":\"odd\",\"workers\":{\"0\":{}}}", "{\"instance\":\"gone\",\"id\":\"e2\",\"name\":\"odd\"}", "{\"id\":\"e2\",\"name\":\"odd\",\"instance\":true}"})
    void whatMakesNoSenseKeepsItsIdAndItsPlace(String odd) throws ApiException {
        List<Engine> page = list(GOOD, odd, GOOD.replace("e1", "e3"));
        assertThat(page).extracting(Engine::id).containsExactly("e1", "e2", "e3");
        assertThat(page).extracting(Engine::isReadable).containsExactly(true, false, true);
        Engine engine = page.get(1);
        assertThat(engine.name()).isEqualTo("odd");
        assertThat(engine.is(EngineStatus.UNKNOWN)).isTrue();
        assertThat(engine.workers()).isEmpty();
        assertThat(engine.unreadable().orElseThrow().replaceAll("\\s", "")).isEqualTo(odd.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "17", "\"e2\"", "[1,2]", "{\"name\":\"odd\",\"status\":\"running\",\"workers\":[]}", "{\"id\":\"\",\"name\":\"odd\",\"workers\":7}"})
    void whatHasNoIdHasAPlaceAllTheSame(String odd) throws ApiException {
        List<Engine> page = list(GOOD, odd);
        assertThat(page).hasSize(2);
        Engine engine = page.get(1);
        assertThat(engine.isReadable()).isFalse();
        assertThat(Engine.isAddress(engine.id())).isFalse();
        assertThat(list(GOOD, odd).get(1).id()).as("the same in the next list").isEqualTo(engine.id());
        assertThat(list(odd, odd)).extracting(Engine::id).as("two of a kind are two").doesNotHaveDuplicates();
    }

    @Test
    void whatMayBeSecretIsCutOutAndWhatIsEndlessIsCutShort() throws ApiException {
        String text = list("{\"id\":\"e2\",\"workers\":1,\"config\":{\"api_key\":\"inf_4711\"},\"instance\":{\"envs\":[{\"name\":\"A\",\"value\":\"hush\"}]}}").getFirst().unreadable().orElseThrow();
        assertThat(text).contains("api_key", "envs", "(not shown)").doesNotContain("4711", "hush");
        String endless = list("{\"id\":\"e2\",\"workers\":1,\"note\":\"" + "x".repeat(100_000) + "\"}").getFirst().unreadable().orElseThrow();
        assertThat(endless).hasSizeLessThan(9_000).endsWith("…");
    }

    @Test
    void anEngineReadAloneSaysSoToo() throws ApiException {
        Engine engine = service.answer(200, "{\"data\":{\"id\":\"e2\",\"workers\":\"many\"},\"messages\":[]}").api().getEngine("e2");
        assertThat(engine.isReadable()).isFalse();
        assertThat(engine.unreadable().orElseThrow()).contains("many").doesNotContain("messages");
        assertThatThrownBy(() -> service.answer(200, "{\"hello\":1}").api().getEngine("e2")).as("this is no engine at all")
                .isInstanceOfSatisfying(ApiException.class, failed -> assertThat(failed.failure()).isInstanceOf(ApiFailure.Malformed.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"id\":\"e2\",\"name\":\"odd\",\"status\":\"running\",\"workers\":\"three\"} | e2",
        "{\"event\":\"engines\",\"data\":{\"id\":\"e2\",\"status\":[]},\"fields\":[\"status\"]} | e2",
        "{\"data\":{\"workers\":7}} | mine",
        "{\"id\": <html> | mine",
        "[1] | mine"})
    void aFrameThatCannotBeReadNamesTheEngineItIsOf(String json, String engine) throws ApiException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Frame frame = new FrameReader("mine", new FailureReader("Bearer k")).read(bytes, 0, bytes.length, "");
        assertThat(frame).isInstanceOfSatisfying(Frame.Unreadable.class, bad -> assertThat(bad.engineId()).isEqualTo(engine));
    }
}
