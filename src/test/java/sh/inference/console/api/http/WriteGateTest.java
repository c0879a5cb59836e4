package sh.inference.console.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;

/** While writes are locked the server sees none, whoever asks for one and however. */
class WriteGateTest {
    private static final String ENGINE = "{\"id\":\"e1\",\"name\":\"n\",\"status\":\"running\",\"workers\":[],\"items\":[],\"balance\":1}";

    @ParameterizedTest
    @CsvSource({
        "GET,    /engines/e1,                       reading",
        "HEAD,   /engines,                          reading",
        "GET,    /engines/e1/drain,                 reading",
        "POST,   /engines/list,                     reading",
        "POST,   /apps/a/versions/list,             reading",
        "POST,   /engines/resources,                reading",
        "POST,   /engines/e1/drain,                 writing",
        "POST,   /engines/list/drain,               writing",
        "POST,   /engines/list/,                    writing",
        "POST,   /engines/e%2Flist,                 writing",
        "POST,   /engines/e1/resources,             writing",
        "POST,   /engines/blacklist,                writing",
        "POST,   /engines/e1/drain?then=/list,      writing",
        "POST,   /engines/e1/drain#/list,           writing",
        "PUT,    /apps/a/versions/list,             writing",
        "DELETE, /engines/list,                     writing",
        "PATCH,  /engines/resources,                writing",
        "POST,   /a/path/nobody/has/thought/of,     writing",
        "QUERY,  /engines/list,                     writing"})
    void everythingThatIsNotKnownToReadIsAWrite(String method, String path, String what) {
        assertThat(WriteGate.isWrite(request(method, path))).isEqualTo(what.equals("writing"));
    }

    @Test
    void noRandomPathPassesThatTheRuleDoesNotName() {
        String[] words = {"engines", "list", "resources", "apps", "e1", "drain", "versions", "current", "%2Flist", "list%20", "LIST", ".list"};
        String[] methods = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "get", "Post", "OPTIONS", "PURGE"};
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder path = new StringBuilder();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                path.append('/').append(words[random.nextInt(words.length)]);
            }
            String method = methods[random.nextInt(methods.length)];
            List<String> segments = Arrays.asList(path.substring(1).split("/"));
            boolean list = segments.size() > 0 && segments.getLast().equals("list");
            boolean resources = segments.size() > 1 && segments.getLast().equals("resources") && segments.get(segments.size() - 2).equals("engines");
            boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("POST") && (list || resources);
            assertThat(WriteGate.isWrite(request(method, path.toString()))).as("%s %s", method, path).isEqualTo(!reads);
        }
    }

    @Test
    void everyCallThatWritesIsStoppedBeforeAConnectionIsOpened() throws Exception {
        try (RawService service = new RawService(line -> line.reply(200, "application/json", ENGINE))) {
            InferenceApi api = new HttpInferenceApi(service.base(), () -> "Bearer k", () -> HttpSettings.DEFAULT, Clock.systemUTC(), () -> false, note -> { });
            int writes = 0;
            for (Method method : InferenceApi.class.getMethods()) {
                if (method.getReturnType() == Answer.class) {
                    writes++;
                    assertThatThrownBy(() -> call(api, method)).as(method.getName()).isInstanceOfSatisfying(ApiException.class,
                            failed -> assertThat(failed.failure()).isInstanceOf(ApiFailure.WritesLocked.class));
                }
            }
            assertThat(writes).isGreaterThanOrEqualTo(6);
            assertThat(service.requests()).isEmpty();
        }
    }

    @Test
    void everyCallThatReadsPasses() throws Exception {
        try (RawService service = new RawService(line -> line.reply(200, "application/json", ENGINE))) {
            InferenceApi api = new HttpInferenceApi(service.base(), () -> "Bearer k", () -> HttpSettings.DEFAULT, Clock.systemUTC(), () -> false, note -> { });
            int reads = 0;
            for (Method method : InferenceApi.class.getMethods()) {
                if (method.getReturnType() != Answer.class) {
                    reads++;
                    try {
                        call(api, method);
                    } catch (ApiException answered) {
                        // The one answer here does not suit every call; that the service was asked is what counts.
                        assertThat(answered.failure()).isInstanceOf(ApiFailure.Malformed.class);
                    }
                }
            }
            assertThat(service.requests()).hasSize(reads);
        }
    }

    /** The time runs out between the first look, before a connection is opened, and the moment the request leaves. */
    @Test
    void aWriteWhoseTimeRunsOutWhileItConnectsIsNotSent() throws IOException {
        try (RawService service = new RawService(line -> line.reply(200, "application/json", ENGINE))) {
            AtomicInteger asked = new AtomicInteger();
            InferenceApi api = new HttpInferenceApi(service.base(), () -> "Bearer k", () -> HttpSettings.DEFAULT, Clock.systemUTC(),
                    () -> asked.getAndIncrement() == 0, note -> { });
            assertThatThrownBy(() -> api.extendEngine("e1", BigDecimal.ONE)).isInstanceOfSatisfying(ApiException.class,
                    failed -> assertThat(failed.failure()).isInstanceOf(ApiFailure.WritesLocked.class));
            assertThat(service.requests()).isEmpty();
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void anUnlockedWritePassesAndTheNextLockHoldsAgain() throws Exception {
        try (RawService service = new RawService(line -> line.reply(200, "application/json", ENGINE))) {
            AtomicBoolean open = new AtomicBoolean(true);
            InferenceApi api = new HttpInferenceApi(service.base(), () -> "Bearer k", () -> HttpSettings.DEFAULT, Clock.systemUTC(), open::get, note -> { });
            api.drainEngine("e1");
            open.set(false);
            assertThatThrownBy(() -> api.drainEngine("e1")).isInstanceOf(ApiException.class);
            assertThat(service.requests()).hasSize(1);
        }
    }

    private static void call(InferenceApi api, Method method) throws Exception {
        Object[] args = Arrays.stream(method.getParameterTypes()).map(WriteGateTest::any).toArray();
        try {
            if (method.invoke(api, args) instanceof AutoCloseable stream) {
                stream.close();
            }
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception reason ? reason : thrown;
        }
    }

    private static Object any(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == int.class) {
            return 1;
        }
        return type == String.class ? "list" : type == BigDecimal.class ? BigDecimal.ONE : ListRequest.first(10);
    }

    private static Request request(String method, String path) {
        boolean bodiless = List.of("GET", "HEAD", "get").contains(method);
        return new Request.Builder().url("http://h" + path).method(method, bodiless ? null : RequestBody.create(new byte[0], null)).build();
    }
}
