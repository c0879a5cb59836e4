package sh.inference.console.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

/** The objects inside the objects, each with every member the contract names. */
class SandboxDtosTest {
    private static final String BASE = "id short_id created_at updated_at deleted_at";
    private static final String OWNED = BASE + " user_id user team_id team visibility";
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        client = new SandboxClient();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void anEngineIsCompleteToItsLastPart() throws Exception {
        JsonNode engine = client.engine("h100-west-2");
        whole(engine.path("config"), "id name api_url engine_port workers api_key container_mode network_name cache_path gpus callback_base_port engine_internal_api_url");
        assertThat(engine.at("/config/engine_port").isTextual()).isTrue();
        assertThat(engine.at("/config/workers/gpu")).hasSize(4);
        whole(engine.path("instance"), OWNED + " cloud name region shade_cloud shade_instance_type cloud_instance_type cloud_assigned_id ssh_user ssh_port ssh_key_id ip os status "
                + "cost_estimate hourly_price auto_delete alert configuration launch_configuration volume_mount envs template_id volume_ids tags");
        assertThat(engine.at("/instance/hourly_price").isInt()).as("cents").isTrue();
        assertThat(engine.at("/instance/cost_estimate").isTextual()).as("dollars").isTrue();
        whole(engine.at("/instance/auto_delete"), "date_threshold spend_threshold");
        assertThat(engine.at("/instance/auto_delete/date_threshold").asText()).as("with an offset").endsWith("+00:00");
        whole(engine.at("/instance/configuration"), "gpu_type interconnect memory_in_gb num_gpus os storage_in_gb vcpus vram_per_gpu_in_gb");
        JsonNode worker = engine.path("workers").get(0);
        whole(worker, BASE + " user_id team_id engine_id index status task_id app_id app_version_id active_session_id gpus system_info warm_apps");
        whole(worker.path("gpus").get(0), "id worker_id gpu_id type name vram");
        assertThat(worker.path("warm_apps").get(0).asText()).matches("[^:]+:[^@]+@.+");
        JsonNode onCpu = client.engine("cpu-lon-01").path("workers").get(0);
        whole(onCpu.path("cpus").get(0), "id worker_id name vendor_id family model cores frequency");
        assertThat(onCpu.at("/cpus/0/frequency").isTextual()).isTrue();
        whole(onCpu.path("rams").get(0), "id worker_id total");
    }

    @Test
    void whatAHostReportsIsComplete() throws Exception {
        JsonNode system = client.engine("gpu-lon-03").path("system_info");
        whole(system, "hostname engine_version ipv4 ipv6 mac_address os docker wsl2 cpus ram volumes gpus hf_cache");
        whole(system.path("docker"), "binary_path installed socket_path socket_available running version");
        whole(system.path("wsl2"), "installed enabled version");
        whole(system.path("cpus").get(0), "name vendor_id family model cores frequency usage normalized_usage");
        whole(system.path("ram"), "total available used free usage total_physical total_usable bootloader_usage swap_total swap_used swap_free swap_usage");
        whole(system.path("volumes").get(0), "name size used free usage");
        whole(system.path("gpus").get(0), "id name index cuda_version driver_version memory_used memory_total temperature");
        whole(system.path("hf_cache"), "cache_dir repos size_on_disk warnings");
    }

    @Test
    void aTaskBringsItsAppItsEngineAndItsWorkerAlong() throws Exception {
        String id = client.engine("gpu-lon-03").path("workers").get(0).path("task_id").asText();
        JsonNode task = client.get("/tasks/" + id);
        assertThat(task.at("/app/name").asText()).isNotEmpty();
        whole(task.path("engine"), OWNED + " instance name status workers");
        whole(task.path("worker"), "id user_id index status engine_id engine_name task_id app_id app_version_id active_session_id gpus");
        whole(task.at("/engine/workers/0"), "id user_id index status engine_id engine_name task_id app_id app_version_id active_session_id gpus");
        whole(task.path("logs").get(0), "id created_at updated_at task_id log_type content");
        whole(task.path("events").get(0), "id created_at event_time task_id status");
        JsonNode timings = client.get("/tasks/" + id + "/timings");
        whole(timings.path("events").get(0), "status timestamp duration duration_ms next_status");
        assertThat(timings.path("groups").get(0).path("label").asText()).isNotEmpty();
    }

    @Test
    void aVersionSaysWhatItNeeds() throws Exception {
        JsonNode version = client.get("/apps/lumen/flux-portrait").path("version");
        whole(version.at("/functions/run"), "name input_schema output_schema kind");
        whole(version.path("resources"), "gpu ram");
        whole(version.at("/resources/gpu"), "count vram type");
        JsonNode me = client.get("/me");
        whole(me.path("user"), BASE + " default_team_id role email name full_name avatar_url totp_enabled metadata");
        whole(me.path("team"), BASE + " type name username avatar_url email setup_completed max_concurrency status role");
        whole(client.get("/instances/types").get(0).path("configuration"), "gpu_type gpu_manufacturer interconnect memory_in_gb num_gpus nvlink os_options storage_in_gb vcpus vram_per_gpu_in_gb");
    }

    @Test
    void itIsReachedFromThisComputerOnlyAndBeatsEveryTenSeconds() throws Exception {
        assertThat(SandboxOptions.defaults(client.clock).heartbeat()).isEqualTo(Duration.ofSeconds(10));
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().filter(each -> !each.isLoopbackAddress()).toList()) {
                assertThat(connects(address)).as(address.toString()).isFalse();
            }
        }
    }

    private boolean connects(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, client.sandbox.url().getPort()), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void whole(JsonNode node, String members) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        assertThat(names).as(node.toString()).contains(members.split(" "));
    }
}
