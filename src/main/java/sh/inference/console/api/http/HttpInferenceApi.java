package sh.inference.console.api.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import sh.inference.console.api.Answer;
import sh.inference.console.api.ApiException;
import sh.inference.console.api.ApiFailure;
import sh.inference.console.api.EngineStream;
import sh.inference.console.api.InferenceApi;
import sh.inference.console.api.ListRequest;
import sh.inference.console.api.Page;
import sh.inference.console.api.TrafficMeter;
import sh.inference.console.api.UnreadPage;
import sh.inference.console.api.dto.AppDto;
import sh.inference.console.api.dto.AppVersionDto;
import sh.inference.console.api.dto.BalanceDto;
import sh.inference.console.api.dto.EngineDto;
import sh.inference.console.api.dto.EngineReader;
import sh.inference.console.api.dto.LenientJson;
import sh.inference.console.api.dto.PageDto;
import sh.inference.console.api.dto.OpenJson;
import sh.inference.console.api.dto.TaskDto;
import sh.inference.console.api.dto.TaskLogDto;
import sh.inference.console.api.dto.VersionDocumentDto;
import sh.inference.console.model.App;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Engine;
import sh.inference.console.model.Money;
import sh.inference.console.model.TaskLog;
import sh.inference.console.model.TaskSummary;
import sh.inference.console.model.VersionDocument;

/** The service over HTTP, one method an endpoint. Safe for use by any thread. */
public final class HttpInferenceApi implements InferenceApi {
    private final URI base;
    private final HttpTransport transport;

    /**
     * A client whose writes always pass.
     *
     * @param base          where the service is
     * @param authorization the value of the {@code Authorization} header, asked for with every request and kept nowhere
     * @param settings      asked for before every request
     */
    public HttpInferenceApi(URI base, Supplier<String> authorization, Supplier<HttpSettings> settings, Clock clock) {
        this(base, authorization, settings, clock, () -> true, said -> { });
    }

    /**
     * @param writable whether writes pass at this moment; asked on the calling thread before each request leaves
     * @param notes    told, on the calling thread, of every message that comes beside an answer, whatever was asked (contract 1.2)
     */
    public HttpInferenceApi(URI base, Supplier<String> authorization, Supplier<HttpSettings> settings, Clock clock, BooleanSupplier writable,
                            Consumer<Answer.Note> notes) {
        this.base = base;
        this.transport = new HttpTransport(base, authorization, settings, clock, writable, notes);
    }

    /** Counts what this client sends and receives. */
    public TrafficMeter meter() {
        return transport.tally();
    }

    @Override
    public Page<Engine> listEngines(ListRequest request) throws ApiException {
        return fetchEngines(request).read();
    }

    @Override
    public UnreadPage<Engine> fetchEngines(ListRequest request) throws ApiException {
        return new FetchedPage(transport.read("POST", target("engines", "list"), RequestBodies.list(request)));
    }

    private record FetchedPage(Reply reply) implements UnreadPage<Engine> {
        @Override
        public String nextCursor() {
            return reply.envelope().end().nextCursor();
        }

        @Override
        public boolean hasNext() {
            return reply.envelope().end().hasNext();
        }

        @Override
        public Page<Engine> read() throws ApiException {
            return engines(reply);
        }
    }

    private static Page<Engine> engines(Reply reply) throws ApiException {
        PageDto<EngineDto> page = one(reply, PageDto.ofAll(EngineReader::readAny), dto -> dto.items() != null);
        return page(page, EnginePage.models(page.items(), () -> one(reply, PageDto.ofAll(OpenJson::readSome), dto -> dto.items() != null).items()));
    }

    @Override
    public Engine getEngine(String id) throws ApiException {
        Reply reply = transport.read("GET", target("engines", id), null);
        EngineDto engine = one(reply, EngineReader::read, dto -> dto.id() != null);
        return engine.isReadable() ? engine.toModel() : engine.toUnreadable(one(reply, OpenJson::readSome, text -> true), 0);
    }

    @Override
    public Answer<Engine> drainEngine(String id) throws ApiException {
        return command(id, "drain", null);
    }

    @Override
    public Answer<Engine> updateEngine(String id) throws ApiException {
        return command(id, "update", null);
    }

    @Override
    public Answer<Engine> extendEngine(String id, BigDecimal additionalHours) throws ApiException {
        return command(id, "extend", RequestBodies.extension(additionalHours));
    }

    @Override
    public Answer<Engine> stopEngine(String id) throws ApiException {
        return command(id, "stop", null);
    }

    @Override
    public Answer<Engine> restartEngine(String id) throws ApiException {
        return command(id, "restart", null);
    }

    @Override
    public Answer<Engine> renameEngine(String id, String name) throws ApiException {
        return engine(transport.write("PATCH", target("engines", id), RequestBodies.name(name)));
    }

    @Override
    public Answer<Engine> deleteEngine(String id) throws ApiException {
        return engine(transport.write("DELETE", target("engines", id), null));
    }

    @Override
    public String engineJson(String id) throws ApiException {
        return one(transport.read("GET", target("engines", id), null), OpenJson::read, text -> true);
    }

    @Override
    public List<TaskSummary> tasksOf(String engineId, int most) throws ApiException {
        ListRequest request = new ListRequest("", 0, most, "", "created_at", List.of(new ListRequest.Filter("engine_id", "eq", engineId)));
        return page(request, TaskDto::read, TaskDto::toModel, dto -> dto.id() != null, "tasks", "list").items();
    }

    @Override
    public TaskLog taskLog(String taskId) throws ApiException {
        return one(transport.read("GET", target("tasks", taskId, "logs"), null), TaskLogDto::read, dto -> dto.logs() != null).toModel();
    }

    @Override
    public Answer<Void> cancelTask(String taskId) throws ApiException {
        return answer(transport.write("POST", target("tasks", taskId, "cancel"), null), Optional.empty());
    }

    @Override
    public EngineStream streamEngine(String id) throws ApiException {
        return transport.stream(target("engines", id, "stream"), id);
    }

    @Override
    public EngineStream streamEvents() throws ApiException {
        return transport.stream(target("events"), "");
    }

    @Override
    public Page<App> listApps(ListRequest request) throws ApiException {
        return page(request, AppDto::read, AppDto::toModel, dto -> dto.id() != null, "apps", "list");
    }

    @Override
    public App getApp(String reference) throws ApiException {
        int slash = reference.indexOf('/');
        Target target = slash < 0 ? target("apps", reference) : target("apps", reference.substring(0, slash), reference.substring(slash + 1));
        return one(transport.read("GET", target, null), AppDto::read, dto -> dto.id() != null).toModel();
    }

    @Override
    public Page<AppVersion> listVersions(String appId, ListRequest request) throws ApiException {
        return page(request, AppVersionDto::read, AppVersionDto::toModel, dto -> dto.id() != null, "apps", appId, "versions", "list");
    }

    /** Some services answer with the app, in which the version is embedded (contract 11, 20). */
    @Override
    public AppVersion getVersion(String appId, String versionId) throws ApiException {
        Reply reply = transport.read("GET", target("apps", appId, "versions", versionId), null);
        AppDto app = one(reply, AppDto::read, dto -> dto.id() != null);
        return app.versionId() != null && app.version() != null
                ? app.version().toModel()
                : one(reply, AppVersionDto::read, dto -> dto.id() != null).toModel();
    }

    @Override
    public VersionDocument readVersion(String appId, String versionId) throws ApiException {
        return one(transport.read("GET", target("apps", appId, "versions", versionId), null), VersionDocumentDto::read, dto -> dto.id() != null).toModel();
    }

    @Override
    public List<String> enginesFor(String appId) throws ApiException {
        Reply reply = transport.read("POST", target("engines", "resources"), RequestBodies.resources(appId));
        try {
            return reply.envelope().list(EngineReader::read).stream().map(EngineDto::id).filter(Objects::nonNull).toList();
        } catch (IOException unreadable) {
            throw new ApiException(new ApiFailure.Malformed(reply.status(), ""));
        }
    }

    @Override
    public Answer<App> setAppStatus(String appId, AppStatus status, String message) throws ApiException {
        Reply reply = transport.write("POST", target("apps", appId, "status"), RequestBodies.status(status, message));
        return answer(reply, value(reply, AppDto::read).filter(dto -> dto.id() != null).map(AppDto::toModel));
    }

    @Override
    public Answer<App> setCurrentVersion(String appId, String versionId) throws ApiException {
        Reply reply = transport.write("PUT", target("apps", appId, "versions", versionId, "current"), null);
        return answer(reply, value(reply, AppDto::read).filter(dto -> dto.id() != null).map(AppDto::toModel));
    }

    @Override
    public Money balance() throws ApiException {
        return one(transport.read("GET", target("billing"), null), BalanceDto::read, dto -> dto.balance() != null).toModel();
    }

    private Answer<Engine> command(String id, String verb, byte[] json) throws ApiException {
        return engine(transport.write("POST", target("engines", id, verb), json));
    }

    private static Answer<Engine> engine(Reply reply) throws ApiException {
        return answer(reply, value(reply, EngineReader::read).filter(EngineDto::isWhole).map(EngineDto::toModel));
    }

    private <D, M> Page<M> page(ListRequest request, LenientJson.Reader<D> item, Function<D, M> toModel, Predicate<D> isThere, String... path)
            throws ApiException {
        Reply reply = transport.read("POST", target(path), RequestBodies.list(request));
        PageDto<D> page = one(reply, PageDto.of(item), dto -> dto.items() != null);
        return page(page, page.items().stream().filter(isThere).map(toModel).toList());
    }

    private static <M> Page<M> page(PageDto<?> page, List<M> items) {
        OptionalInt total = page.totalItems() == null ? OptionalInt.empty() : OptionalInt.of(page.totalItems());
        return new Page<>(items, page.nextCursor() == null ? "" : page.nextCursor(), Boolean.TRUE.equals(page.hasNext()), total);
    }

    /** What must be in a reply; without it the reply is not the API's. */
    private static <D> D one(Reply reply, LenientJson.Reader<D> reader, Predicate<D> isThere) throws ApiException {
        return value(reply, reader).filter(isThere).orElseThrow(() -> new ApiException(new ApiFailure.Malformed(reply.status(), "")));
    }

    private static <D> Optional<D> value(Reply reply, LenientJson.Reader<D> reader) throws ApiException {
        try {
            return reply.envelope().object(reader);
        } catch (IOException unreadable) {
            throw new ApiException(new ApiFailure.Malformed(reply.status(), ""));
        }
    }

    private static <M> Answer<M> answer(Reply reply, Optional<M> value) {
        return new Answer<>(value, reply.envelope().notes(), reply.status());
    }

    private Target target(String... segments) throws ApiException {
        return Target.of(base, segments);
    }
}
