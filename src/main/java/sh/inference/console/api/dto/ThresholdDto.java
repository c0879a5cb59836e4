package sh.inference.console.api.dto;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * {@code instance.auto_delete} (contract 7.2). The service leaves its type open: null, an empty object, empty strings
 * and a bare string have to be expected.
 *
 * @param dateThreshold  when the instance deletes itself; null or empty for never
 * @param spendThreshold decimal dollars; null or empty for no cap
 */
record ThresholdDto(String dateThreshold, String spendThreshold) {
    /** Reads any form; a bare string that is a time counts as the date. */
    static ThresholdDto readAny(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_STRING ? new ThresholdDto(in.getText(), null) : LenientJson.object(in, ThresholdDto::read);
    }

    static ThresholdDto read(JsonParser in) throws IOException {
        String date = null;
        String spend = null;
        for (String member; (member = LenientJson.nextMember(in)) != null; ) {
            switch (member) {
                case "date_threshold" -> date = LenientJson.text(in);
                case "spend_threshold" -> spend = LenientJson.text(in);
                default -> in.skipChildren();
            }
        }
        return new ThresholdDto(date, spend);
    }
}
