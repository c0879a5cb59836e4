package sh.inference.console.ui.confirm;

import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.ops.PlanSection;
import sh.inference.console.ops.Precondition;
import sh.inference.console.text.Messages;
import sh.inference.console.ui.common.Icons;

/** The marks before rows and checks: an icon that also says what it means. */
final class Marks {
    private Marks() {
    }

    static FontIcon of(PlanSection.Mark mark, Messages words) {
        FontIcon icon = Icons.of(switch (mark) {
            case NONE, GOOD -> Icons.CHECK;
            case WARN -> Icons.WARNING;
            case BAD -> Icons.ERROR;
        }, "mark");
        icon.setAccessibleText(words.of("confirm.mark." + styleClass(mark)));
        return icon;
    }

    static FontIcon of(Precondition.Verdict verdict, Messages words) {
        FontIcon icon = of(mark(verdict), words);
        if (verdict == Precondition.Verdict.BLOCK) {
            icon.setIconLiteral(Icons.BLOCKED);
        }
        return icon;
    }

    static String styleClass(PlanSection.Mark mark) {
        return switch (mark) {
            case NONE, GOOD -> "good";
            case WARN -> "warn";
            case BAD -> "bad";
        };
    }

    static PlanSection.Mark mark(Precondition.Verdict verdict) {
        return switch (verdict) {
            case PASS -> PlanSection.Mark.GOOD;
            case WARN -> PlanSection.Mark.WARN;
            case BLOCK -> PlanSection.Mark.BAD;
        };
    }
}
