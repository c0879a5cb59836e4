package sh.inference.console.api.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import sh.inference.console.api.ListRequest;
import sh.inference.console.model.AppStatus;
import sh.inference.console.model.JsonString;

/** What is sent: the bodies of list requests (contract 3.3) and of the few calls that carry one (contract 4.1, 5.1). */
final class RequestBodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NUMBER = 40;

    private RequestBodies() {
    }

    static byte[] list(ListRequest request) {
        ObjectNode body = JSON.createObjectNode();
        body.put("limit", request.limit());
        if (!request.cursor().isEmpty()) {
            body.put("cursor", request.cursor()).put("direction", "next");
        } else if (request.page() > 0) {
            body.put("page", request.page());
        }
        if (!request.search().isEmpty()) {
            body.putObject("search").put("term", request.search()).put("exact", false);
        }
        if (!request.sort().isEmpty()) {
            body.putArray("sort").addObject().put("field", request.sort()).put("dir", "desc");
        }
        if (!request.filters().isEmpty()) {
            ArrayNode filters = body.putArray("filters");
            for (ListRequest.Filter filter : request.filters()) {
                filters.addObject().put("field", filter.field()).put("operator", filter.operator()).set("value", JSON.valueToTree(filter.value()));
            }
        }
        return bytes(body);
    }

    static byte[] extension(BigDecimal hours) {
        boolean plain = hours.precision() < LONGEST_NUMBER && Math.abs(hours.scale()) < LONGEST_NUMBER;
        return ("{\"additional_hours\":" + (plain ? hours.toPlainString() : hours.toString()) + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** Asks which engines can serve an app. */
    static byte[] resources(String appId) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("app_ids").add(appId);
        return bytes(body);
    }

    static byte[] status(AppStatus status, String message) {
        return bytes(JSON.createObjectNode().put("status", status.name().toLowerCase(Locale.ROOT)).put("message", message));
    }

    static byte[] name(String name) {
        return ("{\"name\":" + JsonString.of(name) + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** Stages a fault of the sandbox, or ends it. */
    static byte[] fault(String name, boolean on) {
        return bytes(JSON.createObjectNode().put("name", name).put("on", on));
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
