package sh.inference.console.api.dto;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import sh.inference.console.model.AppFunction;
import sh.inference.console.model.AppVersion;
import sh.inference.console.model.Variant;

/**
 * A version of an app (contract 4.3). {@code env} and the schemas are skipped.
 *
 * @param requiredIntegrations also what newer services call {@code required_credentials}
 */
public record AppVersionDto(String id, String shortId, String createdAt, String kernel, List<FunctionDto> functions, String defaultFunction,
                            List<VariantDto> variants, ResourcesDto resources, List<RequirementDto> requiredSecrets,
                            List<RequirementDto> requiredIntegrations, String checksum, String repository) {
    private interface EntryReader<T> {
        T read(String key, JsonParser in) throws IOException;
    }

    public static AppVersionDto read(JsonParser in) throws IOException {
        String id = null;
        String shortId = null;
        String createdAt = null;
        String kernel = null;
        List<FunctionDto> functions = null;
        String defaultFunction = null;
        List<VariantDto> variants = null;
        ResourcesDto resources = null;
        List<RequirementDto> secrets = null;
        List<RequirementDto> integrations = null;
        String checksum = null;
        String repository = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "id" -> id = LenientJson.text(in);
                case "short_id" -> shortId = LenientJson.text(in);
                case "created_at" -> createdAt = LenientJson.text(in);
                case "kernel" -> kernel = LenientJson.text(in);
                case "functions" -> functions = entries(in, FunctionDto::read);
                case "default_function" -> defaultFunction = LenientJson.text(in);
                case "variants" -> variants = entries(in, VariantDto::read);
                case "resources" -> resources = LenientJson.object(in, ResourcesDto::read);
                case "required_secrets" -> secrets = LenientJson.objects(in, RequirementDto::read);
                case "required_integrations", "required_credentials" -> integrations = either(integrations, LenientJson.objects(in, RequirementDto::read));
                case "checksum" -> checksum = LenientJson.text(in);
                case "repository" -> repository = LenientJson.text(in);
                default -> in.skipChildren();
            }
        }
        return new AppVersionDto(id, shortId, createdAt, kernel, functions, defaultFunction, variants, resources, secrets, integrations, checksum, repository);
    }

    public AppVersion toModel() {
        return new AppVersion(Absent.empty(id), ShortId.of(shortId, id), WireTime.read(createdAt), Absent.empty(kernel),
                Absent.none(functions).stream().map(FunctionDto::toModel).sorted(Comparator.comparing(AppFunction::name)).toList(),
                Absent.empty(defaultFunction),
                Absent.none(variants).stream().map(VariantDto::toModel).sorted(Comparator.comparingInt(Variant::order).thenComparing(Variant::name)).toList(),
                Optional.ofNullable(resources).map(ResourcesDto::toModel), Absent.none(requiredSecrets).stream().map(RequirementDto::toModel).toList(),
                Absent.none(requiredIntegrations).stream().map(RequirementDto::toModel).toList(), Absent.filled(checksum), Absent.empty(repository));
    }

    private static <T> List<T> either(List<T> before, List<T> now) {
        return now == null || now.isEmpty() ? before : now;
    }

    /** The objects of a map, in its order. */
    private static <T> List<T> entries(JsonParser in, EntryReader<T> reader) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return null;
        }
        List<T> entries = new ArrayList<>();
        for (String key; (key = LenientJson.nextMember(in)) != null; ) {
            String name = key;
            T entry = LenientJson.object(in, value -> reader.read(name, value));
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
