package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

import sh.inference.console.model.Money;

/**
 * The team's balance (contract 9.3).
 *
 * @param balance microcents; null when the service did not say
 */
public record BalanceDto(Long balance) {
    public static BalanceDto read(JsonParser in) throws IOException {
        Long balance = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            if (member.equals("balance")) {
                balance = LenientJson.whole(in);
            } else {
                in.skipChildren();
            }
        }
        return new BalanceDto(balance);
    }

    public Money toModel() {
        return new Money(balance);
    }
}
