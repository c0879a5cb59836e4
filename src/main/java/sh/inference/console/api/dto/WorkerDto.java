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
public record WorkerDto(String id, String engineId, Integer index, String status, String taskId, String appId, String appVersionId,
                 List<GpuDto> gpus, List<RamDto> rams, List<String> warmApps, String updatedAt, String deletedAt, Set<WorkerField> present) {
    private static final Words<WorkerStatus> STATUSES = new Words<>(WorkerStatus.class);
    private static final FieldNames<WorkerField> NAMES = FieldNames.of(WorkerField.class)
            .with("task_id", WorkerField.TASK).with("app_id", WorkerField.APP).with("app_version_id", WorkerField.APP_VERSION).with("rams", WorkerField.RAM);

    /** A worker on its own, which says whose it is. */
    public static WorkerDto read(JsonParser in) throws IOException {
        return read(in, true);
    }

    /** A worker inside of its engine, which says that already. */
    static WorkerDto readInside(JsonParser in) throws IOException {
        return read(in, false);
    }

    private static WorkerDto read(JsonParser in, boolean alone) throws IOException {
        String id = null;
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
                case "engine_id" -> engineId = alone ? LenientJson.text(in) : LenientJson.nothing(in);
                case "index" -> {
                    index = LenientJson.number(in);
                    present.add(WorkerField.INDEX);
                }
                case "status" -> {
                    status = LenientJson.sharedText(in);
                    present.add(WorkerField.STATUS);
                }
                case "task_id" -> {
                    taskId = LenientJson.text(in);
                    present.add(WorkerField.TASK);
                }
                case "app_id" -> {
                    appId = LenientJson.sharedText(in);
                    present.add(WorkerField.APP);
                }
                case "app_version_id" -> {
                    appVersionId = LenientJson.sharedText(in);
                    present.add(WorkerField.APP_VERSION);
                }
                case "gpus" -> {
                    gpus = LenientJson.objects(in, GpuDto::read);
                    present.add(WorkerField.GPUS);
                }
                case "rams" -> {
                    rams = LenientJson.objects(in, RamDto::read);
                    present.add(WorkerField.RAM);
                }
                case "warm_apps" -> {
                    warmApps = LenientJson.sharedTexts(in);
                    present.add(WorkerField.WARM_APPS);
                }
                case "updated_at" -> updatedAt = LenientJson.sharedText(in);
                case "deleted_at" -> deletedAt = LenientJson.text(in);
                default -> in.skipChildren();
            }
        }
        return new WorkerDto(id, engineId, index, status, taskId, appId, appVersionId, gpus, rams, warmApps, updatedAt, deletedAt, present);
    }

    Worker toModel() {
        return new Worker(Absent.empty(id), Absent.zero(index), STATUSES.read(status), Absent.filled(taskId), Absent.empty(appId),
                Absent.empty(appVersionId), gpuModels(), ramTotal(), Absent.none(warmApps), WireTime.readAgain(updatedAt));
    }

    /** News of this worker: of the named fields, or else of the members it has. */
    public WorkerChange toChange(List<String> fields) {
        Set<WorkerField> spoken = fields == null || fields.isEmpty() ? present : NAMES.all(fields);
        boolean gone = WireTime.read(deletedAt).isPresent();
        Worker values = toModel();
        return new WorkerChange(Absent.empty(engineId), Absent.empty(id), values.updatedAt(), spoken, values, gone);
    }

    private List<Gpu> gpuModels() {
        return Absent.each(gpus, GpuDto::toModel);
    }

    private OptionalLong ramTotal() {
        if (rams == null || rams.isEmpty() || rams.stream().allMatch(ram -> ram.total() == null)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(rams.stream().map(RamDto::total).mapToLong(Absent::zero).sum());
    }
}
