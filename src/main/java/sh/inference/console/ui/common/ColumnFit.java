package sh.inference.console.ui.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How wide columns are in a given room. They give way evenly down to the least they can do with; what is left over goes
 * to those that can use it. None is dropped for lack of room but those that are {@link Need#spare}: the table scrolls.
 */
public final class ColumnFit {
    /**
     * A column's need.
     *
     * @param least  no narrower than this
     * @param width  what it likes to have
     * @param growth its share of the room left over
     * @param most   no wider than this, unless the operator drags it
     * @param spare  whether it leaves when not even the least of all fits
     */
    public record Need(String id, double least, double width, int growth, double most, boolean spare) {
        /** At the width the operator chose. */
        public Need fixed(double chosen) {
            return new Need(id, chosen, chosen, 0, chosen, false);
        }

        /** There whether or not there is room. */
        public Need wanted() {
            return new Need(id, least, width, growth, most, false);
        }
    }

    private ColumnFit() {
    }

    /** The widths of the columns that stay, in their order; the last spare one leaves first. */
    public static Map<String, Double> fit(List<Need> needs, double room) {
        return fit(needs, room, needs.stream().map(Need::id).toList());
    }

    /** @param leaving the ids of spare columns: the last of them leaves first */
    public static Map<String, Double> fit(List<Need> needs, double room, List<String> leaving) {
        List<Need> stay = new ArrayList<>(needs);
        for (Need need : needs.stream().sorted(Comparator.comparingInt((Need one) -> leaving.indexOf(one.id())).reversed()).toList()) {
            if (need.spare() && stay.stream().mapToDouble(Need::width).sum() > room) {
                stay.remove(need);
            }
        }
        double wanted = stay.stream().mapToDouble(Need::width).sum();
        double give = stay.stream().mapToDouble(need -> need.width() - need.least()).sum();
        double shrink = wanted > room && give > 0 ? Math.min(1, (wanted - room) / give) : 0;
        int shares = stay.stream().mapToInt(Need::growth).sum();
        double spare = wanted < room && shares > 0 ? (room - wanted) / shares : 0;
        Map<String, Double> widths = new LinkedHashMap<>();
        for (Need need : stay) {
            double width = need.width() - shrink * (need.width() - need.least()) + spare * need.growth();
            widths.put(need.id(), Math.floor(Math.clamp(width, need.least(), Math.max(need.least(), need.most()))));
        }
        return widths;
    }
}
