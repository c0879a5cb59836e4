package sh.inference.console.sandbox.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import sh.inference.console.sandbox.fleet.Refusal;
import sh.inference.console.sandbox.wire.Json;

/** Chooses among the machines there are to rent by the query of contract 9.4. All of them are rented on demand. */
final class InstanceTypes {
    private static final Map<String, String> MEMBERS = Map.of("cloud", "/cloud", "region", "/region", "shade_instance_type", "/shade_instance_type",
            "gpu_type", "/configuration/gpu_type", "num_gpus", "/configuration/num_gpus", "available", "/availability/0/available");
    private static final List<String> RENTALS = List.of("on_demand", "spot");

    private InstanceTypes() {
    }

    static ArrayNode chosen(ArrayNode all, Map<String, String> query) {
        String rental = query.getOrDefault("rental_type", "on_demand");
        if (!RENTALS.contains(rental)) {
            throw new Refusal("invalid_request", "rental_type is one of " + String.join(", ", RENTALS));
        }
        List<JsonNode> chosen = new ArrayList<>();
        for (JsonNode type : all) {
            if (rental.equals("on_demand") && MEMBERS.entrySet().stream().allMatch(member -> !query.containsKey(member.getKey())
                    || type.at(member.getValue()).asText().equalsIgnoreCase(query.get(member.getKey())))) {
                chosen.add(type);
            }
        }
        switch (query.getOrDefault("sort", "")) {
            case "" -> { }
            case "price", "hourly_price" -> chosen.sort(Comparator.comparing(type -> type.path("hourly_price").asInt()));
            default -> throw new Refusal("invalid_request", "sort is hourly_price");
        }
        return Json.array().addAll(chosen);
    }
}
