package sh.inference.console.api.dto;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.SystemInfo;

/** The host as an engine reported it (contract 5.4), as much of it as an operator looks at. */
record SystemInfoDto(String hostname, String os, List<GpuReadingDto> gpus, List<VolumeDto> volumes, RamDto ram) {
    static SystemInfoDto read(JsonParser in) throws IOException {
        String hostname = null;
        String os = null;
        List<GpuReadingDto> gpus = null;
        List<VolumeDto> volumes = null;
        RamDto ram = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "hostname" -> hostname = LenientJson.text(in);
                case "os" -> os = LenientJson.sharedText(in);
                case "gpus" -> gpus = LenientJson.objects(in, GpuReadingDto::read);
                case "volumes" -> volumes = LenientJson.objects(in, VolumeDto::read);
                case "ram" -> ram = LenientJson.object(in, RamDto::read);
                default -> in.skipChildren();
            }
        }
        return new SystemInfoDto(hostname, os, gpus, volumes, ram);
    }

    SystemInfo toModel() {
        return new SystemInfo(Absent.empty(hostname), Absent.empty(os), Absent.none(gpus).stream().map(GpuReadingDto::toModel).toList(),
                Absent.none(volumes).stream().map(VolumeDto::toModel).toList(), Absent.known(ram == null ? null : ram.total()),
                Absent.known(ram == null ? null : ram.available()));
    }
}
