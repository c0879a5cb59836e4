package sh.inference.console.api.dto;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Instance;
import sh.inference.console.model.InstanceStatus;

/**
 * The cloud machine of an engine (contract 7.1). {@code envs} and {@code launch_configuration} may hold secrets and
 * have no place here: the parser skips them.
 *
 * @param hourlyPrice  US cents
 * @param costEstimate decimal dollars
 */
record InstanceDto(String id, String cloud, String name, String region, String ip, String cloudInstanceType, String shadeInstanceType, String status,
                   BigDecimal hourlyPrice, String costEstimate, ThresholdDto autoDelete, HardwareDto configuration) {
    private static final Words<InstanceStatus> STATUSES = new Words<>(InstanceStatus.class);

    static InstanceDto read(JsonParser in) throws IOException {
        String id = null;
        String cloud = null;
        String name = null;
        String region = null;
        String ip = null;
        String cloudType = null;
        String shadeType = null;
        String status = null;
        BigDecimal price = null;
        String cost = null;
        ThresholdDto autoDelete = null;
        HardwareDto hardware = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "id" -> id = LenientJson.text(in);
                case "cloud" -> cloud = LenientJson.sharedText(in);
                case "name" -> name = LenientJson.text(in);
                case "region" -> region = LenientJson.sharedText(in);
                case "ip" -> ip = LenientJson.text(in);
                case "cloud_instance_type" -> cloudType = LenientJson.sharedText(in);
                case "shade_instance_type" -> shadeType = LenientJson.sharedText(in);
                case "status" -> status = LenientJson.text(in);
                case "hourly_price" -> price = LenientJson.decimal(in);
                case "cost_estimate" -> cost = LenientJson.text(in);
                case "auto_delete" -> autoDelete = ThresholdDto.readAny(in);
                case "configuration" -> hardware = LenientJson.object(in, HardwareDto::read);
                default -> in.skipChildren();
            }
        }
        return new InstanceDto(id, cloud, name, region, ip, cloudType, shadeType, status, price, cost, autoDelete, hardware);
    }

    Instance toModel() {
        Optional<ThresholdDto> threshold = Optional.ofNullable(autoDelete);
        return new Instance(Absent.empty(id), Absent.empty(cloud), Absent.empty(name), Absent.empty(region), Absent.empty(ip),
                Absent.filled(cloudInstanceType).orElse(Absent.empty(shadeInstanceType)), STATUSES.read(status), Absent.cents(hourlyPrice),
                Absent.dollars(costEstimate), threshold.flatMap(at -> WireTime.read(at.dateThreshold())),
                threshold.flatMap(at -> Absent.dollars(at.spendThreshold())), Optional.ofNullable(configuration).map(HardwareDto::toModel));
    }
}
