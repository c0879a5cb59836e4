package sh.inference.console.api.dto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonParser;

import org.junit.jupiter.api.Test;

class OpenJsonTest {
    private static String read(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (JsonParser in = LenientJson.parse(bytes, 0, bytes.length)) {
            in.nextToken();
            return OpenJson.read(in);
        }
    }

    @Test
    void whatMayBeSecretIsCutOutByNameWhereverItStandsAndTheRestStays() throws IOException {
        String text = read("""
                {"id":"e1","config":{"api_key":"sk-1","engine_port":"8163"},"instance":{"envs":[{"name":"A","value":"sk-2"}],
                 "launch_configuration":{"type":"docker","args":"sk-3"},"hourly_price":2.5,"nested":[{"password":"sk-4","region":"lon"}]},"access_token":{"a":"sk-5"},"workers":[1,null,true]}
                """);

        assertThat(text).doesNotContain("sk-").contains("\"api_key\" : \"(not shown)\"", "\"engine_port\" : \"8163\"", "\"hourly_price\" : 2.5", "\"region\" : \"lon\"")
                .contains("[ 1, null, true ]");
    }

    @Test
    void aSecretThatIsNotThereIsShownAsNothing() throws IOException {
        assertThat(read("{\"api_key\":null}")).contains("null");
    }
}
