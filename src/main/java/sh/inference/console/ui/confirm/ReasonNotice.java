package sh.inference.console.ui.confirm;

import sh.inference.console.ops.Reason;
import sh.inference.console.text.Messages;

/** What there is to say about a reason while it is typed. */
final class ReasonNotice {
    private ReasonNotice() {
    }

    /** Empty when it is kept as it is. */
    static String of(String given, Messages words) {
        int length = given.strip().length();
        return Reason.holdsKey(given) ? words.of("confirm.reason.key")
                : length > Reason.LONGEST ? words.of("confirm.reason.cut", Reason.LONGEST, length) : "";
    }
}
