package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Hardware;

/** {@code instance.configuration} (contract 7.1). */
record HardwareDto(String gpuType, Integer numGpus, Integer vramPerGpuInGb, Integer memoryInGb, Integer storageInGb, Integer vcpus) {
    static HardwareDto read(JsonParser in) throws IOException {
        String gpuType = null;
        Integer gpus = null;
        Integer vram = null;
        Integer memory = null;
        Integer storage = null;
        Integer vcpus = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "gpu_type" -> gpuType = LenientJson.text(in);
                case "num_gpus" -> gpus = LenientJson.number(in);
                case "vram_per_gpu_in_gb" -> vram = LenientJson.number(in);
                case "memory_in_gb" -> memory = LenientJson.number(in);
                case "storage_in_gb" -> storage = LenientJson.number(in);
                case "vcpus" -> vcpus = LenientJson.number(in);
                default -> in.skipChildren();
            }
        }
        return new HardwareDto(gpuType, gpus, vram, memory, storage, vcpus);
    }

    Hardware toModel() {
        return new Hardware(Absent.empty(gpuType), Absent.zero(numGpus), Absent.zero(vramPerGpuInGb), Absent.zero(memoryInGb), Absent.zero(storageInGb),
                Absent.zero(vcpus));
    }
}
