package sh.inference.console.api.dto;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Gpu;
import sh.inference.console.model.Worker;
import sh.inference.console.model.WorkerChange;
import sh.inference.console.model.WorkerField;
import sh.inference.console.model.WorkerStatus;

/**
 * A worker (contract 5.4).
 *
 * @param present which members the object had, null or not
 */
public record WorkerDto(String id, String shortId, String engineId, Integer index, String status, String taskId, String appId, String appVersionId,
                 List<GpuDto> gpus, List<RamDto> rams, List<String> warmApps, String updatedAt, String deletedAt, Set<WorkerField> present) {
    private static final Words<WorkerStatus> STATUSES = new Words<>(WorkerStatus.class);
    private static final FieldNames<WorkerField> NAMES = FieldNames.of(WorkerField.class)
            .with("task_id", WorkerField.TASK).with("app_id", WorkerField.APP).with("app_version_id", WorkerField.APP_VERSION).with("rams", WorkerField.RAM);

    public static WorkerDto read(JsonParser in) throws IOException {
        String id = null;
        String shortId = null;
        String engineId = null;
        Integer index = null;
        String status = null;
        String taskId = null;
        String appId = null;
        String appVersionId = null;
        List<GpuDto> gpus = null;
        List<RamDto> rams = null;
        List<String> warmApps = null;
        String updatedAt = null;
        String deletedAt = null;
        EnumSet<WorkerField> present = EnumSet.noneOf(WorkerField.class);
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "id" -> id = LenientJson.text(in);
                case "short_id" -> shortId = LenientJson.text(in);
                case "engine_id" -> engineId = LenientJson.text(in);
                case "index" -> index = LenientJson.number(in);
                case "status" -> status = LenientJson.text(in);
                case "task_id" -> taskId = LenientJson.text(in);
                case "app_id" -> appId = LenientJson.text(in);
                case "app_version_id" -> appVersionId = LenientJson.text(in);
                case "gpus" -> gpus = LenientJson.objects(in, GpuDto::read);
                case "rams" -> rams = LenientJson.objects(in, RamDto::read);
                case "warm_apps" -> warmApps = LenientJson.texts(in);
                case "updated_at" -> updatedAt = LenientJson.text(in);
                case "deleted_at" -> deletedAt = LenientJson.text(in);
                default -> in.skipChildren();
            }
            WorkerField field = NAMES.exactly(member);
            if (field != null) {
                present.add(field);
            }
        }
        return new WorkerDto(id, shortId, engineId, index, status, taskId, appId, appVersionId, gpus, rams, warmApps, updatedAt, deletedAt, present);
    }

    Worker toModel() {
        return new Worker(Absent.empty(id), ShortId.of(shortId, id), Absent.zero(index), STATUSES.read(status), Absent.filled(taskId), Absent.empty(appId),
                Absent.empty(appVersionId), gpuModels(), ramTotal(), Absent.none(warmApps));
    }

    /** News of this worker: of the named fields, or else of the members it has. */
    public WorkerChange toChange(List<String> fields) {
        Set<WorkerField> spoken = fields == null || fields.isEmpty() ? present : NAMES.all(fields);
        boolean gone = WireTime.read(deletedAt).isPresent();
        return new WorkerChange(Absent.empty(engineId), Absent.empty(id), WireTime.read(updatedAt), spoken, toModel(), gone);
    }

    private List<Gpu> gpuModels() {
        return gpus == null || gpus.isEmpty() ? List.of() : gpus.stream().map(GpuDto::toModel).toList();
    }

    private OptionalLong ramTotal() {
        if (rams == null || rams.stream().allMatch(ram -> ram.total() == null)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(rams.stream().map(RamDto::total).mapToLong(Absent::zero).sum());
    }
}
