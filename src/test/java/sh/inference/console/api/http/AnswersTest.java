package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.model.App;
import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Money;

class AnswersTest {
    private static final String ENGINE = "{\"id\":\"4f8k2m9q0r3s5t7v8w1x2y3z4a\",\"name\":\"rack-1\",\"status\":\"running\",\"workers\":[]}";
    @AutoClose
    private final CannedService service = new CannedService();

    @ParameterizedTest
    @ValueSource(strings = {
        ENGINE,
        "{\"data\":" + ENGINE + ",\"messages\":[]}",
        "{\"messages\":null,\"data\":" + ENGINE + "}",
        "{\"success\":true,\"status\":200,\"data\":" + ENGINE + "}",
        "\uFEFF{\"data\":" + ENGINE + "}",
        "{\"id\":\"4f8k2m9q0r3s5t7v8w1x2y3z4a\",\"data\":{\"id\":\"wrong\"},\"name\":\"rack-1\",\"status\":\"running\",\"workers\":null}"})
    void anEngineIsFoundInEveryShape(String body) throws ApiException {
        Engine engine = service.answer(200, body).api().getEngine("x");
        assertThat(engine.id()).isEqualTo("4f8k2m9q0r3s5t7v8w1x2y3z4a");
        assertThat(engine.shortId()).isEqualTo("4f8k2m9q");
        assertThat(engine.is(EngineStatus.RUNNING)).isTrue();
    }

    @Test
    void everyCallCarriesTheKeyTheVersionAndWhatItAccepts() throws ApiException {
        service.answer(200, ENGINE).api().getEngine("a b/c");
        CannedService.Seen seen = service.seen().getFirst();
        assertThat(seen.path()).isEqualTo("/engines/a%20b%2Fc");
        assertThat(seen.header("Authorization")).contains("Bearer " + CannedService.KEY);
        assertThat(seen.header("X-API-Version")).contains("2");
        assertThat(seen.header("Accept")).contains("application/json");
    }

    @Test
    void theVersionHeaderCanBeLeftOut() throws ApiException {
        service.answer(200, ENGINE).api(settings -> settings.withApiVersion(false)).getEngine("x");
        assertThat(service.seen().getFirst().header("X-API-Version")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"data\":null,\"messages\":[]}", "{\"success\":true,\"data\":null}"})
    void aVerbMayAnswerWithNothing(String body) throws ApiException {
        Answer<Engine> answer = service.answer(200, body).api().drainEngine("e1");
        assertThat(answer.value()).isEmpty();
        assertThat(service.seen()).singleElement().satisfies(seen -> {
            assertThat(seen.method() + " " + seen.path()).isEqualTo("POST /engines/e1/drain");
            assertThat(seen.body()).isEmpty();
        });
    }

    @Test
    void noContentIsAnAnswer() throws ApiException {
        assertThat(service.answer(204, "").api().stopEngine("e1").status()).isEqualTo(204);
    }

    @Test
    void extendingSendsTheHoursAndTakesTheEngineAndTheNotes() throws ApiException {
        service.answer(200, "{\"data\":" + ENGINE + ",\"messages\":[{\"level\":\"warning\",\"code\":\"fee\",\"message\":\"a fee applies\",\"meta\":{}},null]}");
        Answer<Engine> answer = service.api().extendEngine("e1", new BigDecimal("1.5"));
        assertThat(service.seen().getFirst().body()).isEqualTo("{\"additional_hours\":1.5}");
        assertThat(service.seen().getFirst().header("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.value()).map(Engine::name).contains("rack-1");
        assertThat(answer.notes()).containsExactly(new Answer.Note("warning", "fee", "a fee applies"));
    }

    @Test
    void everyMessageBesideAnAnswerIsHandedOnWhateverWasAsked() throws ApiException {
        List<Answer.Note> said = new ArrayList<>();
        HttpInferenceApi api = new HttpInferenceApi(service.base(), () -> "Bearer " + CannedService.KEY, () -> HttpSettings.DEFAULT, Clock.systemUTC(), () -> true, said::add);
        service.answer(200, "{\"data\":{\"items\":[],\"has_next\":false},\"messages\":[{\"level\":\"info\",\"code\":\"notice\",\"message\":\"maintenance at noon\"}]}");
        api.listEngines(ListRequest.first(20));
        service.answer(200, "{\"data\":null,\"messages\":[{\"level\":\"warning\",\"code\":\"late\",\"message\":\"this may take long\"}]}");
        api.drainEngine("e1");
        assertThat(said).containsExactly(new Answer.Note("info", "notice", "maintenance at noon"), new Answer.Note("warning", "late", "this may take long"));
    }

    @Test
    void aPageIsReadAndItsBrokenRowsKeepTheirPlaces() throws ApiException {
        service.answer(200, "{\"items\":[" + ENGINE + ",null,{\"name\":\"no id\"},7],\"next_cursor\":\"a+b/=\",\"has_next\":true,\"total_items\":\"5000\"}");
        Page<Engine> page = service.api().listEngines(ListRequest.first(100).after("c+1").searching("h100").sortedBy("created_at"));
        assertThat(page.items()).extracting(Engine::name).containsExactly("rack-1", "", "no id", "");
        assertThat(page.items()).extracting(Engine::isReadable).containsExactly(true, false, false, false);
        assertThat(page.nextCursor()).isEqualTo("a+b/=");
        assertThat(page.hasNext()).isTrue();
        assertThat(page.total()).isEqualTo(OptionalInt.of(5000));
        assertThat(service.seen().getFirst().body()).isEqualTo("{\"limit\":100,\"cursor\":\"c+1\",\"direction\":\"next\","
                + "\"search\":{\"term\":\"h100\",\"exact\":false},\"sort\":[{\"field\":\"created_at\",\"dir\":\"desc\"}]}");
    }

    @Test
    void aPageWithoutRowsIsEmptyAndNullCursorsAreNone() throws ApiException {
        service.answer(200, "{\"data\":{\"items\":null,\"next_cursor\":null,\"prev_cursor\":null,\"has_next\":false},\"messages\":null}");
        Page<App> page = service.api().listApps(ListRequest.first(20));
        assertThat(page).isEqualTo(new Page<>(List.of(), "", false, OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "7", "{\"data\":null}", "<html><title>Hotel</title></html>", "{\"items\":[", "{\"items\":[]}{", "garbage"})
    void whatIsNoPageIsNotTakenForAnEmptyFleet(String body) {
        service.answer(200, body);
        assertThat(failure(() -> service.api().listEngines(ListRequest.first(20)))).isInstanceOf(ApiFailure.Malformed.class);
    }

    @Test
    void aRedirectIsNotFollowed() {
        service.answer(302, "").with(Map.of("Location", service.base() + "/login"));
        assertThat(failure(() -> service.api().getEngine("x"))).isInstanceOf(ApiFailure.Malformed.class);
        assertThat(service.seen()).hasSize(1);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        service.answer(200, "{\"items\":[\"" + "x".repeat(70_000) + "\"]}");
        assertThat(failure(() -> service.api(settings -> settings.withMaxReplyBytes(60_000)).listEngines(ListRequest.first(1))))
                .isEqualTo(new ApiFailure.TooLarge(200, 60_000));
    }

    @Test
    void anAppIsFoundByItsReferenceAndItsCurrentVersionByEitherMember() throws ApiException {
        service.answer(200, "{\"id\":\"app1\",\"namespace\":\"infsh\",\"name\":\"flux\",\"title\":\"\",\"version\":{\"id\":\"ver1\",\"kernel\":\"python-3.11\"}}");
        App app = service.api().getApp("infsh/flux");
        assertThat(service.seen().getFirst().path()).isEqualTo("/apps/infsh/flux");
        assertThat(app.versionId()).isEqualTo("ver1");
        assertThat(app.title()).isEqualTo("flux");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"ver1\",\"kernel\":\"python-3.11\"}",
        "{\"id\":\"app1\",\"version_id\":\"ver1\",\"version\":{\"id\":\"ver1\",\"kernel\":\"python-3.11\"}}"})
    void aVersionMayComeInsideItsApp(String body) throws ApiException {
        assertThat(service.answer(200, body).api().getVersion("app1", "ver1").id()).isEqualTo("ver1");
    }

    @Test
    void settingTheCurrentVersionIsAPutWithoutABody() throws ApiException {
        service.answer(200, "{\"id\":\"app1\",\"version_id\":\"ver2\"}");
        assertThat(service.api().setCurrentVersion("app1", "ver2").value()).map(App::versionId).contains("ver2");
        assertThat(service.seen().getFirst().method() + " " + service.seen().getFirst().path()).isEqualTo("PUT /apps/app1/versions/ver2/current");
        assertThat(service.seen().getFirst().body()).isEmpty();
    }

    @Test
    void theBalanceIsInMicrocents() throws ApiException {
        assertThat(service.answer(200, "{\"balance\":\"63000000000\",\"currency\":\"usd\"}").api().balance()).isEqualTo(Money.ofDollars("630"));
    }

    @Test
    void anIdThatWouldChangeThePathIsNeverSent() {
        assertThatThrownBy(() -> service.api().stopEngine("..")).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> service.api().stopEngine("")).isInstanceOf(ApiException.class);
        assertThat(service.seen()).isEmpty();
    }

    @Test
    void timesAreReadWithAnyOffset() throws ApiException {
        service.answer(200, "{\"id\":\"e\",\"created_at\":\"2026-10-12T10:00:00+02:00\",\"updated_at\":\"2026-10-11T09:00:00.5Z\",\"deleted_at\":\"\"}");
        Engine engine = service.api().getEngine("e");
        assertThat(engine.createdAt()).contains(Instant.parse("2026-10-12T08:00:00Z"));
        assertThat(engine.updatedAt()).contains(Instant.parse("2026-10-11T09:00:00.5Z"));
        assertThat(engine.deletedAt()).isEmpty();
    }

    private interface Call {
        void run() throws ApiException;
    }

    private static ApiFailure failure(Call call) {
        try {
            call.run();
        } catch (ApiException failed) {
            return failed.failure();
        }
        throw new AssertionError("the call succeeded");
    }
}
