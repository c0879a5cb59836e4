package sh.inference.console.sandbox.routes;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.sandbox.fleet.AppListing;
import sh.inference.console.sandbox.fleet.AppListing.Images;
import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.http.Members;
import sh.inference.console.sandbox.wire.Json;

/** Reads what an owner writes about an app, and what a deploy brings (contract 4.2, 4.3). */
final class AppListings {
    static final AppListing EMPTY = new AppListing("", "", "", "other", Images.NONE, List.of());
    private static final List<String> OBJECTS = List.of("metadata", "setup_schema", "input_schema", "output_schema", "functions", "variants", "env", "resources");
    private static final List<String> TEXTS = List.of("repository", "default_function", "kernel");
    private static final List<String> LISTS = List.of("required_secrets", "required_integrations");
    private static final List<String> MAPS = List.of("metadata", "functions", "env");

    private AppListings() {
    }

    /** What is written, over what stood there before. */
    static AppListing over(AppListing before, Members body) {
        return new AppListing(body.text("title", before.title()), body.text("description", before.description()),
                body.text("agent_description", before.agentDescription()), body.text("category", before.category()),
                body.object("images").map(images -> images(images, before.images())).orElse(before.images()), body.has("tags") ? body.texts("tags") : before.tags());
    }

    private static Images images(Members images, Images before) {
        return new Images(images.text("card", before.card()), images.text("thumbnail", before.thumbnail()), images.text("banner", before.banner()));
    }

    /** A version's members, each of its type; what is not given is empty, as the service fills it in. */
    static ObjectNode version(Members given) {
        ObjectNode version = Json.object();
        OBJECTS.forEach(name -> given.object(name).ifPresentOrElse(object -> version.set(name, object.body()), () -> fill(name, version)));
        TEXTS.forEach(name -> version.put(name, given.text(name, "")));
        for (String name : LISTS) {
            if (given.has(name) && !given.body().path(name).isArray()) {
                throw new Refusal("invalid_request", name + " must be a list");
            }
            version.set(name, given.has(name) ? given.body().path(name) : Json.array());
        }
        if (version.path("resources").isNull()) {
            version.putObject("resources").put("ram", 0).putObject("gpu").put("count", 0).put("vram", 0).put("type", "none");
        }
        return version;
    }

    private static void fill(String name, ObjectNode version) {
        if (MAPS.contains(name)) {
            version.putObject(name);
        } else {
            version.putNull(name);
        }
    }
}
