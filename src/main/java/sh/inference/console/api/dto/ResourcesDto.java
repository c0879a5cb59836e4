package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Resources;

/** What a version or variant needs (contract 4.3); sizes in bytes. */
record ResourcesDto(Demand gpu, Long ram) {
    /** The {@code gpu} member. */
    record Demand(Integer count, Long vram, String type) {
        static Demand read(JsonParser in) throws IOException {
            Integer count = null;
            Long vram = null;
            String type = null;
            for (String member; (member = LenientJson.nextMember(in)) != null; ) {
                switch (member) {
                    case "count" -> count = LenientJson.number(in);
                    case "vram" -> vram = LenientJson.whole(in);
                    case "type" -> type = LenientJson.text(in);
                    default -> in.skipChildren();
                }
            }
            return new Demand(count, vram, type);
        }
    }

    static ResourcesDto read(JsonParser in) throws IOException {
        Demand gpu = null;
        Long ram = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "gpu" -> gpu = LenientJson.object(in, Demand::read);
                case "ram" -> ram = LenientJson.whole(in);
                default -> in.skipChildren();
            }
        }
        return new ResourcesDto(gpu, ram);
    }

    Resources toModel() {
        Demand demand = gpu == null ? new Demand(null, null, null) : gpu;
        return new Resources(Absent.zero(demand.count()), Absent.zero(demand.vram()), Absent.empty(demand.type()), Absent.zero(ram));
    }
}
