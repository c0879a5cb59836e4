package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Gpu;

/** An entry of a worker's {@code gpus} (contract 5.4); {@code vram} in bytes. */
record GpuDto(String id, String gpuId, String type, String name, Long vram) {
    static GpuDto read(JsonParser in) throws IOException {
        String id = null;
        String gpuId = null;
        String type = null;
        String name = null;
        Long vram = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "id" -> id = LenientJson.text(in);
                case "gpu_id" -> gpuId = LenientJson.text(in);
                case "type" -> type = LenientJson.text(in);
                case "name" -> name = LenientJson.text(in);
                case "vram" -> vram = LenientJson.whole(in);
                default -> in.skipChildren();
            }
        }
        return new GpuDto(id, gpuId, type, name, vram);
    }

    Gpu toModel() {
        return new Gpu(Absent.filled(gpuId).orElse(Absent.empty(id)), Absent.empty(type), Absent.empty(name), Absent.zero(vram));
    }
}
