package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.GpuReading;

/** An entry of {@code system_info.gpus}: memory in bytes, temperature in degrees Celsius. */
record GpuReadingDto(Integer index, String name, String driverVersion, String cudaVersion, Long memoryUsed, Long memoryTotal, Integer temperature) {
    static GpuReadingDto read(JsonParser in) throws IOException {
        Integer index = null;
        String name = null;
        String driver = null;
        String cuda = null;
        Long used = null;
        Long total = null;
        Integer temperature = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "index" -> index = LenientJson.number(in);
                case "name" -> name = LenientJson.sharedText(in);
                case "driver_version" -> driver = LenientJson.sharedText(in);
                case "cuda_version" -> cuda = LenientJson.sharedText(in);
                case "memory_used" -> used = LenientJson.whole(in);
                case "memory_total" -> total = LenientJson.whole(in);
                case "temperature" -> temperature = LenientJson.number(in);
                default -> in.skipChildren();
            }
        }
        return new GpuReadingDto(index, name, driver, cuda, used, total, temperature);
    }

    GpuReading toModel() {
        return new GpuReading(Absent.zero(index), Absent.empty(name), Absent.empty(driverVersion), Absent.empty(cudaVersion), Absent.known(memoryUsed),
                Absent.known(memoryTotal), Absent.known(temperature));
    }
}
