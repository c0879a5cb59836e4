package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Volume;

/** A disk of a host; sizes in bytes. */
record VolumeDto(String name, Long size, Long free) {
    static VolumeDto read(JsonParser in) throws IOException {
        String name = null;
        Long size = null;
        Long free = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "name" -> name = LenientJson.sharedText(in);
                case "size" -> size = LenientJson.whole(in);
                case "free" -> free = LenientJson.whole(in);
                default -> in.skipChildren();
            }
        }
        return new VolumeDto(name, size, free);
    }

    Volume toModel() {
        return new Volume(Absent.empty(name), Absent.zero(size), Absent.zero(free));
    }
}
