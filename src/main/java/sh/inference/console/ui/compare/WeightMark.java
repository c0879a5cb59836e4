package sh.inference.console.ui.compare;

import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.compare.Weight;
import sh.inference.console.ui.common.Icons;

/** The icon of a weight: shape and colour; its word stands in the head of its group. */
final class WeightMark {
    private WeightMark() {
    }

    static void show(FontIcon icon, Weight weight) {
        icon.setIconLiteral(switch (weight) {
            case BREAKING -> Icons.ERROR;
            case RISKY -> Icons.WARNING;
            case NEUTRAL -> "mdmz-remove";
        });
        icon.getStyleClass().removeAll("danger-icon", "warn-icon");
        switch (weight) {
            case BREAKING -> icon.getStyleClass().add("danger-icon");
            case RISKY -> icon.getStyleClass().add("warn-icon");
            case NEUTRAL -> {
            }
        }
    }
}
