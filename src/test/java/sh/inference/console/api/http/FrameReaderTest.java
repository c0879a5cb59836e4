package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.Frame;
import sh.inference.console.model.EngineChange;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.WorkerChange;
import sh.inference.console.model.WorkerField;

class FrameReaderTest {
    private static final String WHOLE = "{\"id\":\"e1\",\"name\":\"rack-1\",\"status\":\"running\",\"workers\":[],\"type\":\"whatever\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``       | " + WHOLE,
        "update   | " + WHOLE,
        "message  | " + WHOLE,
        "engines  | " + WHOLE,
        "engines  | {\"data\":" + WHOLE + "}",
        "``       | {\"data\":" + WHOLE + ",\"messages\":[]}",
        "``       | {\"event\":\"engines\",\"data\":" + WHOLE + ",\"fields\":null}",
        "``       | {\"data\":" + WHOLE + ",\"fields\":[],\"event\":\"update\"}"})
    void aWholeEngineComesInManyForms(String event, String json) throws ApiException {
        EngineChange change = engine(event, json);
        assertThat(change.isWhole()).isTrue();
        assertThat(change.values().name()).isEqualTo("rack-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``       | {\"data\":{\"id\":\"e1\",\"status\":\"draining\",\"name\":\"\"},\"fields\":[\"Status\",\"id\"]}",
        "engines  | {\"fields\":[\"status\"],\"data\":{\"id\":\"e1\",\"status\":\"draining\",\"workers\":null}}",
        "``       | {\"event\":\"engines\",\"data\":{\"id\":\"e1\",\"status\":\"draining\"},\"fields\":[\"status\"]}",
        "``       | {\"data\":{\"id\":\"e1\",\"status\":\"draining\"},\"fields\":[\"status\"],\"event\":\"engines\"}",
        "``       | {\"data\":{\"id\":\"e1\",\"status\":\"draining\"}}",
        "``       | {\"data\":{\"status\":\"draining\"},\"fields\":[\"status\"]}",
        "``       | {\"id\":\"e1\",\"status\":\"draining\"}"})
    void aPartSpeaksOnlyOfWhatItNames(String event, String json) throws ApiException {
        EngineChange change = engine(event, json);
        assertThat(change.id()).isEqualTo("e1");
        assertThat(change.fields()).containsExactly(EngineField.STATUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"heartbeat\"}", "{\"event\":\"heartbeat\"}", " {\"type\":\"heartbeat\",\"time\":1} "})
    void aHeartbeatIsASignOfLife(String json) throws ApiException {
        assertThat(read("", json)).isEqualTo(new Frame.Heartbeat());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\":\"workers\",\"data\":{\"id\":\"w1\",\"engine_id\":\"e1\",\"status\":\"busy\",\"task_id\":\"t1\"},\"fields\":[\"status\",\"task_id\"]}",
        "{\"data\":{\"id\":\"w1\",\"engine_id\":\"e1\",\"status\":\"busy\",\"task_id\":\"t1\"},\"event\":\"workers\"}"})
    void newsOfAWorkerNameTheirEngine(String json) throws ApiException {
        WorkerChange change = ((Frame.WorkerNews) read("", json)).change();
        assertThat(change.engineId()).isEqualTo("e1");
        assertThat(change.fields()).containsExactlyInAnyOrder(WorkerField.STATUS, WorkerField.TASK);
        assertThat(change.values().taskId()).contains("t1");
        assertThat(read("workers", "{\"id\":\"w1\",\"engine_id\":\"e1\",\"status\":\"busy\",\"task_id\":\"t1\"}")).isEqualTo(new Frame.WorkerNews(change));
    }

    @Test
    void whatIsNotWatchedIsTold() throws ApiException {
        assertThat(read("", "{\"event\":\"delta\",\"data\":{\"delta\":{},\"seq\":7}}")).isEqualTo(new Frame.Other("delta"));
        assertThat(read("chats", "{\"broken")).isEqualTo(new Frame.Other("chats"));
        assertThat(read("", "{}")).isEqualTo(new Frame.Other(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "{\"id\":\"e1\",\"status\":", "{\"id\":\"e1\"}}", "{\"id\":\"e1\"}{\"id\":\"e2\"}", "[]", "7", "null", "{\"data\":null}", "{\"data\":7}",
        "{\"data\":{\"id\":\"e1\",\"status\":\"x", "{\"event\":\"workers\",\"data\":{}}", "\u0001"})
    void aBadLineIsAFrameOfItsOwn(String json) throws ApiException {
        assertThat(read("", json)).isInstanceOf(Frame.Unreadable.class);
    }

    @Test
    void theServicesOwnEndAndFailureAreTold() throws ApiException {
        assertThat(read("done", "{}")).isSameAs(FrameReader.END);
        assertThat(read("", "{\"event\":\"done\",\"data\":{}}")).isSameAs(FrameReader.END);
        assertThat(failure("error", "{\"type\":\"https://api.inference.sh/errors/forbidden\",\"status\":403,\"detail\":\"missing required scope: teams:read\"}"))
                .satisfies(failure -> assertThat(failure.problem().code()).isEqualTo("forbidden.scope"));
        assertThat(failure("", "{\"event\":\"error\",\"data\":{\"code\":\"not_found\",\"message\":\"gone\"}}")).isEqualTo(new ApiFailure.NotFound("gone"));
        assertThat(failure("", "{\"type\":\"https://api.inference.sh/errors/unauthorized\",\"status\":401}")).isInstanceOf(ApiFailure.Unauthorized.class);
        assertThat(failure("error", "the fan-out stopped")).isEqualTo(new ApiFailure.ServerFault(500, "the fan-out stopped"));
    }

    @Test
    void onTheWorkspaceStreamAPartWithoutAnIdCannotBeRead() throws ApiException {
        FrameReader reader = new FrameReader("", new FailureReader("Bearer k"));
        byte[] line = "{\"data\":{\"status\":\"draining\"},\"fields\":[\"status\"]}".getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(line, 0, line.length, "")).isInstanceOf(Frame.Unreadable.class);
    }

    private static EngineChange engine(String event, String json) throws ApiException {
        return ((Frame.EngineNews) read(event, json)).change();
    }

    private static ApiFailure failure(String event, String json) {
        ApiFailure[] seen = new ApiFailure[1];
        assertThatThrownBy(() -> read(event, json)).isInstanceOfSatisfying(ApiException.class, failed -> seen[0] = failed.failure());
        return seen[0];
    }

    private static Frame read(String event, String json) throws ApiException {
        byte[] bytes = ("##" + json).getBytes(StandardCharsets.UTF_8);
        return new FrameReader("e1", new FailureReader("Bearer k")).read(bytes, 2, bytes.length - 2, event == null ? "" : event);
    }
}
