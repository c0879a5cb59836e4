package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as contract 3.3 and 3.4 describe them. */
class SandboxListsTest {
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        client = new SandboxClient();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "eq|status|\"draining\"|1", "neq|status|\"running\"|8", "in|status|[\"stopped\",\"stopping\"]|2", "not_in|status|[\"running\"]|8",
            "gt|instance.hourly_price|498|2", "gte|instance.hourly_price|498|3", "lt|instance.hourly_price|50|1", "lte|instance.hourly_price|50|2",
            "like|name|\"gpu-lon-%\"|6", "like|name|\"GPU-%\"|0", "ilike|name|\"GPU-LON-_1\"|1", "contains|name|\"west\"|3", "not_contains|name|\"-\"|0",
            "is_null|instance||12", "is_not_null|instance||12", "is_empty|engine_version||1", "is_not_empty|engine_version||23"})
    void everyOperatorFilters(String operator, String field, String value, int matches) throws Exception {
        JsonNode page = client.post("/engines/list", "{\"limit\":100,\"filters\":[{\"field\":\"%s\",\"operator\":\"%s\",\"value\":%s}]}"
                .formatted(field, operator, value == null ? "null" : value));
        assertThat(page.path("total_items").asInt()).isEqualTo(matches);
    }

    @Test
    void noPatternHoldsTheServerUp() throws Exception {
        String pattern = "%a".repeat(20_000) + "b";
        JsonNode page = client.post("/engines/list", "{\"filters\":[{\"field\":\"name\",\"operator\":\"like\",\"value\":\"" + pattern + "\"}]}");
        assertThat(page.path("total_items").asInt()).isZero();
        page = client.post("/engines/list", "{\"filters\":[{\"field\":\"name\",\"operator\":\"like\",\"value\":\"%%lon%-__%%\"}]}");
        assertThat(page.path("total_items").asInt()).isEqualTo(7);
    }

    @Test
    void filtersMustAllHold() throws Exception {
        JsonNode page = client.post("/engines/list", """
                {"filters":[{"field":"status","operator":"eq","value":"running"},{"field":"name","operator":"like","value":"gpu-lon%"}]}""");
        assertThat(page.path("total_items").asInt()).isEqualTo(4);
    }

    @Test
    void cursorsHoldAPlusAndMustBeEncoded() throws Exception {
        JsonNode first = client.get("/apps?limit=7");
        String cursor = first.path("next_cursor").asText();
        assertThat(cursor).contains("+");
        assertThat(client.status("GET", "/apps?limit=7&cursor=" + cursor, null)).isEqualTo(400);
        HashSet<String> names = new HashSet<>(names(first));
        JsonNode page = first;
        while (page.path("has_next").asBoolean()) {
            page = client.get("/apps?limit=7&cursor=" + URLEncoder.encode(page.path("next_cursor").asText(), StandardCharsets.UTF_8));
            assertThat(page.path("has_previous").asBoolean()).isTrue();
            names(page).forEach(name -> assertThat(names.add(name)).isTrue());
        }
        assertThat(names).hasSize(18);
    }

    @Test
    void pagesGoBackwardsToo() throws Exception {
        JsonNode first = client.post("/engines/list", "{\"limit\":10}");
        JsonNode second = client.post("/engines/list", "{\"limit\":10,\"cursor\":\"" + first.path("next_cursor").asText() + "\"}");
        JsonNode back = client.post("/engines/list", "{\"limit\":10,\"direction\":\"prev\",\"cursor\":\"" + second.path("prev_cursor").asText() + "\"}");
        assertThat(names(back)).isEqualTo(names(first));
        assertThat(names(client.post("/engines/list", "{\"limit\":10,\"page\":2}"))).isEqualTo(names(second));
    }

    @Test
    void sortingIsByTheMembersAsked() throws Exception {
        List<String> names = names(client.post("/engines/list", "{\"limit\":100,\"sort\":[{\"field\":\"name\",\"dir\":\"asc\"}]}"));
        assertThat(names).isSorted().hasSize(24);
        assertThat(names(client.get("/engines?limit=100")).getFirst()).isEqualTo("a100-nord-2");
    }

    @Test
    void aSearchLooksThroughNamesAndIds() throws Exception {
        assertThat(names(client.post("/apps/list", "{\"search\":{\"term\":\"FLUX\",\"exact\":false}}"))).containsExactly("flux-portrait");
        assertThat(names(client.post("/apps/list", "{\"search\":{\"term\":\"flux\",\"exact\":true}}"))).isEmpty();
        assertThat(names(client.post("/engines/list", "{\"search\":{\"term\":\"1r5d7x0w\"}}"))).containsExactly("gpu-lon-03");
    }

    @Test
    void onlyTheFieldsAskedForAreSent() throws Exception {
        JsonNode item = client.post("/engines/list", "{\"limit\":1,\"fields\":[\"name\"]}").path("items").get(0);
        assertThat(item.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"cursor\":\"nonsense\"}", "{\"cursor\":\"YXQ+\"}", "{\"limit\":\"many\"}", "{\"limit\":-1}", "{\"filters\":{}}", "[]", "\"x\"", "{} {}",
            "{\"filters\":[{\"field\":\"name\",\"operator\":\"near\"}]}", "{\"filters\":[{\"operator\":\"eq\"}]}", "{\"sort\":[{\"field\":\"name\",\"dir\":\"up\"}]}",
            "{\"direction\":\"sideways\"}", "{\"filters\":[{\"field\":\"name\",\"operator\":\"in\",\"value\":3}]}", "{\"cursor\":3}"})
    void whatCannotBeReadIsAProblem(String body) throws Exception {
        var answer = client.call("POST", "/engines/list", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("invalid_request");
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.path("items").forEach(item -> names.add(item.path("name").asText()));
        return names;
    }
}
