package sh.inference.console.api.dto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sh.inference.console.model.Engine;
import sh.inference.console.model.EngineField;
import sh.inference.console.model.EngineKind;
import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Hardware;
import sh.inference.console.model.Instance;
import sh.inference.console.model.Money;
import sh.inference.console.model.Volume;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerStatus;

class EngineDtoTest {
    @Test
    void aCloudEngineIsReadWithItsInstanceAndWorkers() throws IOException {
        Engine engine = read("""
                {"id":"4f8k2m9q0r3s5t7v8w1x2y3z4a","short_id":"4f8k2m9q","name":"h100-west","status":"running","engine_version":"v1.10.1556",
                 "config":{"api_key":"planted-config","workers":{"gpu":[{"gpus":["planted-gpu"]}]}},"created_at":"2026-10-01T08:00:00.123456Z",
                 "instance":{"id":"i","cloud":"hyperstack","cloud_instance_type":"n3-H100x1","status":"active","cost_estimate":"103.4","hourly_price":"210",
                   "auto_delete":{"date_threshold":"2026-10-12T08:00:00+00:00","spend_threshold":"500"},"envs":[{"name":"A","value":"planted-env"}],
                   "launch_configuration":{"script_configuration":{"base64_script":"planted-script"}},
                   "configuration":{"gpu_type":"H100","num_gpus":"1","vram_per_gpu_in_gb":80,"memory_in_gb":180.0,"vcpus":28}},
                 "workers":[{"id":"w2","index":"2","status":"idle","task_id":"","gpus":null,"warm_apps":[null,"a:b@c"]},null,
                   {"id":"w1","index":1,"status":"busy","task_id":"t1","app_id":"a1","gpus":[{"gpu_id":"GPU-0","vram":85899345920}],"rams":[{"total":5},{"total":"6"}]}]}
                """);
        assertThat(engine.kind()).isEqualTo(EngineKind.CLOUD);
        assertThat(engine.createdAt()).contains(Instant.parse("2026-10-01T08:00:00.123456Z"));
        Instance instance = engine.instance().orElseThrow();
        assertThat(instance.hourlyPrice()).contains(Money.ofCents(210));
        assertThat(instance.costSoFar()).contains(Money.ofDollars("103.40"));
        assertThat(instance.spendCap()).contains(Money.ofDollars("500"));
        assertThat(instance.endsAt()).contains(Instant.parse("2026-10-12T08:00:00Z"));
        assertThat(instance.hardware()).contains(new Hardware("H100", 1, 80, 180, 0, 28));
        assertThat(engine.workerList()).extracting(Worker::id).containsExactly("w1", "w2");
        Worker busy = engine.workerList().getFirst();
        assertThat(busy.taskId()).contains("t1");
        assertThat(busy.vram()).isEqualTo(85_899_345_920L);
        assertThat(busy.ramTotal()).isEqualTo(OptionalLong.of(11));
        assertThat(engine.workerList().getLast().taskId()).isEmpty();
        assertThat(engine.workerList().getLast().warmApps()).containsExactly("a:b@c");
    }

    @Test
    void systemFiguresAreReadAsFarAsTheyAreThere() throws IOException {
        Engine engine = read("""
                {"id":"e","system_info":{"hostname":"h","os":"linux","ram":{"total":100,"available":"40"},"cpus":[{"frequency":"3.2"}],
                 "gpus":[{"index":0,"name":"L4","memory_used":"5","memory_total":24,"temperature":61.7},null,{"index":1,"temperature":null}],
                 "volumes":[{"name":"/","size":1000,"free":1e2}],"docker":{"installed":true}}}
                """);
        var system = engine.system().orElseThrow();
        assertThat(system.vramUsed()).isEqualTo(OptionalLong.of(5));
        assertThat(system.temperature()).isEqualTo(OptionalInt.of(61));
        assertThat(system.ramAvailable()).isEqualTo(OptionalLong.of(40));
        assertThat(system.volumes()).containsExactly(new Volume("/", 1000, 100));
        assertThat(system.gpus().getLast().memoryTotal()).isEmpty();
    }

    @Test
    void unknownAndNoneStayApart() throws IOException {
        assertThat(read("{\"id\":\"e\",\"workers\":null}").workers()).isEmpty();
        assertThat(read("{\"id\":\"e\",\"workers\":[]}").workers()).contains(List.of());
        assertThat(read("{\"id\":\"e\"}").system()).isEmpty();
        assertThat(read("{\"id\":\"e\",\"instance\":null}").kind()).isEqualTo(EngineKind.SELF_HOSTED);
    }

    @Test
    void unknownWordsAreKeptAsTheyCame() throws IOException {
        Engine engine = read("{\"id\":\"e\",\"status\":\"Hibernating\",\"workers\":[{\"id\":\"w\",\"status\":null}]}");
        assertThat(engine.status().value()).isEqualTo(EngineStatus.UNKNOWN);
        assertThat(engine.status().raw()).isEqualTo("Hibernating");
        assertThat(engine.workerList().getFirst().status().value()).isEqualTo(WorkerStatus.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "\"\"", "\"never\"", "[]", "7", "true", "{\"date_threshold\":null}", "{\"date_threshold\":\"\",\"spend_threshold\":\"\"}",
        "{\"date_threshold\":{}}", "{\"date_threshold\":\"0001-01-01T00:00:00Z\"}", "{\"date_threshold\":\"2026-13-41T00:00:00Z\"}"})
    void everyGuiseOfNoAutoDeleteMeansNoDeadline(String autoDelete) throws IOException {
        Instance instance = read("{\"id\":\"e\",\"instance\":{\"auto_delete\":" + autoDelete + "}}").instance().orElseThrow();
        assertThat(instance.endsAt()).isEmpty();
        assertThat(instance.spendCap()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-10-12T08:00:00Z", "2026-10-12T10:00:00+02:00", "2026-10-12T08:00:00.000000Z", "2026-10-12T03:30:00-0430", "2026-10-12 08:00:00Z",
        "2026-10-12T08:00:00", "2026-10-12t08:00:00z", "2026-10-12T08:00Z"})
    void everyFormOfATimeIsTheSameTime(String text) throws IOException {
        Engine engine = read("{\"id\":\"e\",\"instance\":{\"auto_delete\":\"" + text + "\"}}");
        assertThat(engine.endsAt()).contains(Instant.parse("2026-10-12T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "99999999999999999999", "\"x\"", "\"\"", "{}", "[1]", "null", "\"1e999999999\"", "9223372036854775807"})
    void anAbsurdPriceIsNoPrice(String price) throws IOException {
        Instance instance = read("{\"id\":\"e\",\"instance\":{\"hourly_price\":" + price + "}}").instance().orElseThrow();
        assertThat(instance.hourlyPrice().map(Money::microcents).orElse(0L)).isZero();
    }

    @Test
    void aFractionOfACentIsKept() throws IOException {
        Instance instance = read("{\"id\":\"e\",\"instance\":{\"hourly_price\":210.5}}").instance().orElseThrow();
        assertThat(instance.hourlyPrice()).contains(new Money(210_500_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e999999999"})
    void anAmountThatIsAFewLettersOnTheWireAndGigabytesInFullIsNoAmount(String dollars) throws IOException {
        Instance instance = read("{\"id\":\"e\",\"instance\":{\"cost_estimate\":\"" + dollars + "\",\"auto_delete\":{\"spend_threshold\":\"" + dollars + "\"}}}").instance().orElseThrow();
        assertThat(instance.costSoFar()).isEmpty();
        assertThat(instance.spendCap()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"text\"", "[[[]]]", "{\"a\":{\"b\":[1,{}]}}", "true"})
    void aMemberOfTheWrongKindIsAbsent(String stray) throws IOException {
        Engine engine = read("{\"workers\":%1$s,\"instance\":%1$s,\"system_info\":%1$s,\"created_at\":%1$s,\"unheard_of\":%1$s,\"id\":\"e\"}".formatted(
                stray.startsWith("{") ? "[[]]" : stray));
        assertThat(engine.id()).isEqualTo("e");
        assertThat(engine.instance()).isEmpty();
        assertThat(engine.system()).isEmpty();
    }

    @Test
    void namedFieldsAreTakenWhateverTheirSpelling() throws IOException {
        var change = dto("{\"id\":\"e\",\"status\":\"draining\",\"name\":\"\",\"updated_at\":\"2026-10-12T08:00:00Z\"}")
                .toChange(List.of("Status", "EngineVersion", "instance.auto_delete.date_threshold", "unheard_of"));
        assertThat(change.fields()).containsExactlyInAnyOrder(EngineField.STATUS, EngineField.ENGINE_VERSION, EngineField.INSTANCE);
        assertThat(change.values().instance()).isEqualTo(Optional.empty());
        assertThat(change.updatedAt()).contains(Instant.parse("2026-10-12T08:00:00Z"));
    }

    @Test
    void aPartWithoutNamesSpeaksOfTheMembersItHas() throws IOException {
        assertThat(dto("{\"id\":\"e\",\"instance\":null,\"status\":\"stopped\",\"config\":{}}").toChange(null).fields())
                .containsExactlyInAnyOrder(EngineField.INSTANCE, EngineField.STATUS);
    }

    private static Engine read(String json) throws IOException {
        return dto(json).toModel();
    }

    private static EngineDto dto(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (JsonParser in = LenientJson.parse(bytes, 0, bytes.length)) {
            in.nextToken();
            return EngineReader.read(in);
        }
    }
}
