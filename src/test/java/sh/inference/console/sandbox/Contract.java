package sh.inference.console.sandbox;

import java.util.List;

/**
 * Every call the sandbox answers, in an order in which each can succeed once: what comes late may destroy what came
 * before. In braces stand an engine, {@code app:} an app, {@code old:} an older version of an app, {@code task:} the task of
 * an engine's first worker, {@code key} a key that may be deleted.
 */
final class Contract {
    private static final String BASE = "id short_id created_at updated_at deleted_at ";
    private static final String OWNED = BASE + "user_id user team_id team visibility ";
    private static final String PAGE = "items next_cursor prev_cursor has_next has_previous items_per_page total_items";
    private static final String ENGINE = OWNED + "name status engine_version api_url config system_info workers instance";
    private static final String APP = OWNED + "namespace name title description agent_description category images version_id version status status_message "
            + "status_changed_at tags";
    private static final String VERSION = BASE + "metadata repository setup_schema input_schema output_schema functions default_function variants env kernel "
            + "required_secrets required_integrations resources checksum";
    private static final String TASK = OWNED + "status app_id app app_version_id app_variant function infra workers engine_id engine worker_id worker run_at input "
            + "output error events logs session_id";
    private static final String TEAM = BASE + "type name username avatar_url email setup_completed max_concurrency status role";
    private static final String KEY = OWNED + "name key last_used_at expires_at scopes source";
    private static final String LICENSE = BASE + "user_id app_id license";
    private static final String NOTHING = "null";
    private static final String STREAM = "stream";

    static final List<Line> LINES = List.of(
            line("GET /engines", "/engines?limit=2", null, PAGE), line("POST /engines/list", "/engines/list", "{\"limit\":2}", PAGE),
            line("POST /engines/list", "/engines/list", null, PAGE),
            line("POST /engines/resources", "/engines/resources", "{\"app_ids\":[\"{app:embed-text}\"]}", "each " + ENGINE),
            line("GET /engines/{id}", "/engines/{gpu-lon-03}", null, ENGINE), line("GET /engines/{id}/stream", "/engines/{gpu-lon-03}/stream", null, STREAM),
            line("GET /events", "/events", null, STREAM),
            line("POST /engines/{id}/extend", "/engines/{h100-west-2}/extend", "{\"additional_hours\":1.5}", ENGINE),
            line("POST /engines/{id}/visibility", "/engines/{gpu-lon-03}/visibility", "{\"visibility\":\"org\"}", ENGINE),
            line("POST /engines/{id}", "/engines/{gpu-lon-03}", "{\"name\":\"gpu-lon-33\"}", ENGINE),
            line("PATCH /engines/{id}", "/engines/{gpu-lon-33}", "{\"name\":\"gpu-lon-03\"}", ENGINE),
            line("POST /engines", "/engines", "{\"name\":\"mine-1\"}", ENGINE),
            line("POST /engines", "/engines", "{\"name\":\"mine-2\",\"instance_type\":\"L40Sx2\",\"cloud\":\"hyperstack\"}", ENGINE),
            line("POST /engines/register", "/engines/register", "{\"local_engine_state\":{},\"api_url\":\"http://10.0.0.9:8163\",\"system_info\":"
                    + "{\"engine_version\":\"v1.10.1556\"},\"worker_config\":{\"cpu\":{\"count\":2}}}", "engine_id workers"),
            line("GET /tasks", "/tasks?limit=2", null, PAGE), line("POST /tasks/list", "/tasks/list", "{\"limit\":2}", PAGE),
            line("GET /tasks/featured", "/tasks/featured", null, PAGE), line("GET /tasks/{id}", "/tasks/{task:gpu-lon-03}", null, TASK),
            line("GET /tasks/{id}/status", "/tasks/{task:gpu-lon-03}/status", null, "id status updated_at"),
            line("GET /tasks/{id}/logs", "/tasks/{task:gpu-lon-03}/logs", null, "task_id status events logs"),
            line("GET /tasks/{id}/timings", "/tasks/{task:gpu-lon-03}/timings", null, "task_id status total_duration total_duration_ms groups events"),
            line("GET /tasks/{id}/telemetry", "/tasks/{task:gpu-lon-03}/telemetry", null, "task_id status samples"),
            line("GET /tasks/{id}/stream", "/tasks/{task:gpu-lon-03}/stream", null, STREAM),
            line("POST /tasks/{id}/visibility", "/tasks/{task:gpu-lon-03}/visibility", "{\"visibility\":\"team\"}", TASK),
            line("POST /tasks/{id}/featured", "/tasks/{task:gpu-lon-03}/featured", "{}", TASK),
            line("POST /tasks/{id}/cancel", "/tasks/{task:gpu-lon-03}/cancel", "{\"force\":true,\"timeout\":5}", TASK),
            line("DELETE /tasks/{id}", "/tasks/{over}", null, NOTHING),
            line("POST /apps/run", "/apps/run", "{\"app\":\"lumen/embed-text\",\"input\":{\"text\":\"a\"},\"function\":\"run\",\"infra\":\"private\"}", TASK),
            line("POST /run", "/run", "{\"app_id\":\"{app:embed-text}\",\"version_id\":\"{old:embed-text}\",\"run_at\":\"2030-01-01T00:00:00Z\"}", TASK),
            line("POST /engines/{id}/drain", "/engines/{gpu-lon-03}/drain", null, NOTHING), line("POST /engines/{id}/update", "/engines/{gpu-lon-02}/update", null, NOTHING),
            line("POST /engines/{id}/stop", "/engines/{gpu-lon-04}/stop", null, NOTHING), line("POST /engines/{id}/restart", "/engines/{h100-west-1}/restart", null, NOTHING),
            line("POST /engines/{id}/transfer", "/engines/{gpu-lon-05}/transfer", "{\"team_id\":\"{team}\"}", ENGINE),
            line("DELETE /engines/{id}", "/engines/{gpu-lon-06}", null, NOTHING),
            line("GET /apps", "/apps?limit=2", null, PAGE), line("POST /apps/list", "/apps/list", "{\"search\":{\"term\":\"flux\"}}", PAGE),
            line("GET /apps/{id}", "/apps/{app:flux-portrait}", null, APP), line("GET /apps/{namespace}/{name}", "/apps/lumen/flux-portrait", null, APP),
            line("GET /apps/{id}/versions", "/apps/{app:flux-portrait}/versions", null, PAGE),
            line("POST /apps/{id}/versions/list", "/apps/{app:flux-portrait}/versions/list", "{}", PAGE),
            line("GET /apps/{id}/versions/{version}", "/apps/{app:flux-portrait}/versions/{old:flux-portrait}", null, VERSION),
            line("PUT /apps/{id}/versions/{version}/current", "/apps/{app:flux-portrait}/versions/{old:flux-portrait}/current", null, APP),
            line("POST /apps/{id}/current-version", "/apps/{app:flux-portrait}/current-version", "{\"version_id\":\"x\"}", "404 not_found"),
            line("POST /apps", "/apps", "{\"name\":\"fresh\",\"category\":\"text\",\"version\":{\"kernel\":\"python-3.12\"}}", APP),
            line("POST /apps/{id}", "/apps/{app:fresh}", "{\"title\":\"Fresh\",\"category\":\"chat\"}", APP),
            line("PATCH /apps/{id}", "/apps/{app:fresh}", "{\"tags\":[\"new\"],\"images\":{\"card\":\"https://example.com/c.png\"}}", APP),
            line("POST /apps/{id}/duplicate", "/apps/{app:fresh}/duplicate", null, APP),
            line("POST /apps/{id}/visibility", "/apps/{app:fresh}/visibility", "{\"visibility\":\"team\"}", APP),
            line("POST /apps/{id}/status", "/apps/{app:fresh}/status", "{\"status\":\"deprecated\",\"message\":\"old\"}", APP),
            line("POST /apps/{id}/license", "/apps/{app:fresh}/license", "{\"license\":\"MIT\"}", LICENSE), line("GET /apps/{id}/license", "/apps/{app:fresh}/license", null, LICENSE),
            line("POST /store/apps/{id}/estimate", "/store/apps/{app:fresh}/estimate", "{\"input\":{}}", "confidence microcents"),
            line("POST /suggest", "/suggest", "{\"query\":\"voice\"}", "query results"),
            line("POST /apps/{id}/transfer", "/apps/{app:fresh-copy}/transfer", "{\"team_id\":\"{team}\"}", APP), line("DELETE /apps/{id}", "/apps/{app:fresh}", null, NOTHING),
            line("GET /me", "/me", null, "user team team_view"), line("GET /teams", "/teams", null, "each " + TEAM), line("GET /teams/{id}", "/teams/{team}", null, TEAM),
            line("GET /teams/{id}/view", "/teams/{team}/view", null, "team_id kind governance can"),
            line("GET /teams/{id}/members", "/teams/{team}/members", null, "each id user_id team_id role user"),
            line("GET /teams/{id}/invites", "/teams/{team}/invites", null, "each"), line("GET /scopes", "/scopes", null, "scopes groups presets"),
            line("POST /apikeys/list", "/apikeys/list", "{}", PAGE), line("POST /apikeys", "/apikeys", "{\"name\":\"robot\",\"scopes\":[\"engines:read\"]}", KEY),
            line("DELETE /apikeys/{id}", "/apikeys/{key}", null, NOTHING),
            line("GET /billing", "/billing", null, "balance currency status"), line("GET /billing/balance", "/billing/balance", null, "balance"),
            line("GET /entitlements", "/entitlements", null, "each " + BASE + "team_id resource type enabled unlimited limit source enforcement expires_at"),
            line("GET /entitlements/usage", "/entitlements/usage", null, "each resource limit current"),
            line("GET /instances/types", "/instances/types?available=true&sort=hourly_price", null, "each " + OWNED + "cloud cloud_logo_url region shade_instance_type "
                    + "cloud_instance_type deployment_type hourly_price configuration availability boot_time"),
            line("GET /engine/manifest.json", "/engine/manifest.json", null, "plain version releaseDate builds"),
            line("GET /_sandbox/faults", "/_sandbox/faults", null, "each name on does"),
            line("POST /_sandbox/faults", "/_sandbox/faults", "{\"name\":\"stuck-drain\",\"on\":false}", "each name on does"),
            line("GET /_sandbox/fleet", "/_sandbox/fleet", null, "now balance spent engines"), line("GET /_sandbox/writes", "/_sandbox/writes", null, "each at method path body"),
            line("POST /_sandbox/clock", "/_sandbox/clock", "{\"advance_seconds\":1}", "now"), line("POST /_sandbox/halt", "/_sandbox/halt", "{\"on\":true}", "halted"));

    private Contract() {
    }

    /**
     * @param address the route
     * @param shape   the members of the answer; {@code each} before those of a list's entries
     */
    record Line(String address, String path, String body, String shape) {
        String method() {
            return address.substring(0, address.indexOf(' '));
        }

        boolean streams() {
            return shape.equals(STREAM);
        }
    }

    private static Line line(String address, String path, String body, String shape) {
        return new Line(address, path, body, shape);
    }
}
