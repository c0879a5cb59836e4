package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

/** Memory in bytes: of a host, or one entry of a worker's {@code rams}. */
record RamDto(Long total, Long available) {
    static RamDto read(JsonParser in) throws IOException {
        Long total = null;
        Long available = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "total" -> total = LenientJson.whole(in);
                case "available" -> available = LenientJson.whole(in);
                default -> in.skipChildren();
            }
        }
        return new RamDto(total, available);
    }
}
