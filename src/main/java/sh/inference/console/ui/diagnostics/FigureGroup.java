package sh.inference.console.ui.diagnostics;

import java.util.List;

/** Figures that belong together. Which figures a group has never changes, only their values do. */
record FigureGroup(String title, List<Figure> figures) {
    FigureGroup {
        figures = List.copyOf(figures);
    }
}
