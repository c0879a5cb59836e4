package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Gpu;

/** An entry of a worker's {@code gpus} (contract 5.4); {@code vram} in bytes. */
record GpuDto(String type, String name, Long vram) {
    static GpuDto read(JsonParser in) throws IOException {
        String type = null;
        String name = null;
        Long vram = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "type" -> type = LenientJson.sharedText(in);
                case "name" -> name = LenientJson.sharedText(in);
                case "vram" -> vram = LenientJson.whole(in);
                default -> in.skipChildren();
            }
        }
        return new GpuDto(type, name, vram);
    }

    Gpu toModel() {
        return new Gpu(Absent.empty(type), Absent.empty(name), Absent.zero(vram));
    }
}
