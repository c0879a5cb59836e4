package sh.inference.console.api.dto;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Variant;

/** An entry of a version's {@code variants} (contract 4.3). Its {@code env} is skipped. */
record VariantDto(String key, String name, Integer order, ResourcesDto resources) {
    static VariantDto read(String key, JsonParser in) throws IOException {
        String name = null;
        Integer order = null;
        ResourcesDto resources = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "name" -> name = LenientJson.text(in);
                case "order" -> order = LenientJson.number(in);
                case "resources" -> resources = LenientJson.object(in, ResourcesDto::read);
                default -> in.skipChildren();
            }
        }
        return new VariantDto(key, name, order, resources);
    }

    Variant toModel() {
        return new Variant(Absent.filled(name).orElse(key), Absent.zero(order), Optional.ofNullable(resources).map(ResourcesDto::toModel));
    }
}
