package sh.inference.console.ui.engines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns fit a width, and how wide each then is. When the room is short the least important leave first; what is
 * left over goes to those that can use it.
 */
final class ColumnFit {
    /**
     * A column's need.
     *
     * @param width  the least it can do with
     * @param rank   the higher, the sooner it leaves; 0 never leaves
     * @param growth its share of the room left over
     * @param most   no wider than this
     */
    record Need(String id, double width, int rank, int growth, double most) {
    }

    private ColumnFit() {
    }

    /** The widths of the columns that stay, in their order. */
    static Map<String, Double> fit(List<Need> needs, double room) {
        List<Need> stay = new ArrayList<>(needs);
        List<Need> leaving = needs.stream().filter(need -> need.rank() > 0).sorted(Comparator.comparingInt(Need::rank).reversed()).toList();
        for (Need need : leaving) {
            if (total(stay) <= room) {
                break;
            }
            stay.remove(need);
        }
        Map<String, Double> widths = new LinkedHashMap<>();
        stay.forEach(need -> widths.put(need.id(), need.width()));
        double spare = room - total(stay);
        int shares = stay.stream().mapToInt(Need::growth).sum();
        if (spare > 0 && shares > 0) {
            for (Need need : stay) {
                widths.computeIfPresent(need.id(), (id, width) -> Math.min(need.most(), Math.floor(width + spare * need.growth() / shares)));
            }
        }
        return widths;
    }

    private static double total(List<Need> needs) {
        return needs.stream().mapToDouble(Need::width).sum();
    }
}
