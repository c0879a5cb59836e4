package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import sh.inference.console.ui.common.ColumnFit.Need;

class ColumnFitTest {
    private static final List<Need> NEEDS = List.of(new Need("name", 50, 100, 1, 300, false), new Need("apps", 40, 80, 0, 80, true), new Need("seen", 20, 40, 0, 40, false));

    @Test
    void whatIsLeftOverGoesToThoseThatCanUseIt() {
        assertThat(ColumnFit.fit(NEEDS, 320)).isEqualTo(Map.of("name", 200.0, "apps", 80.0, "seen", 40.0));
    }

    @Test
    void aSpareColumnLeavesBeforeOthersGiveWay() {
        assertThat(ColumnFit.fit(NEEDS, 150)).isEqualTo(Map.of("name", 110.0, "seen", 40.0));
    }

    @Test
    void columnsGiveWayEvenlyAndNoneVanishes() {
        assertThat(ColumnFit.fit(NEEDS, 105)).isEqualTo(Map.of("name", 75.0, "seen", 30.0));
        assertThat(ColumnFit.fit(NEEDS, 10)).isEqualTo(Map.of("name", 50.0, "seen", 20.0));
    }

    @Test
    void aWidthTheOperatorChoseStays() {
        assertThat(ColumnFit.fit(List.of(NEEDS.getFirst().fixed(222), NEEDS.getLast()), 100)).containsEntry("name", 222.0);
    }
}
