package sh.inference.console.settings;

/**
 * Where the window was, in pixels of the desktop, and which page it showed.
 *
 * @param page the name of the page; empty when none is remembered
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized, String page) {
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    /** As much of the window's upper edge must be on a screen, or nobody could take hold of it. */
    private static final double HOLD = 100;

    /** Whether it is a window one can work in. */
    public boolean isSane() {
        return Double.isFinite(x) && Double.isFinite(y) && width >= LEAST_WIDTH && height >= LEAST_HEIGHT && width < 100_000 && height < 100_000;
    }

    /** The same, no larger than a screen, and moved onto it where a part would lie beside it. */
    public WindowPlace within(double screenX, double screenY, double screenWidth, double screenHeight) {
        double fitWidth = Math.min(width, screenWidth);
        double fitHeight = Math.min(height, screenHeight);
        double least = Math.min(x, screenX + screenWidth - fitWidth);
        double highest = Math.min(y, screenY + screenHeight - fitHeight);
        return new WindowPlace(Math.max(screenX, least), Math.max(screenY, highest), fitWidth, fitHeight, maximized, page);
    }

    /** Whether enough of its upper edge lies on a screen. */
    public boolean isOn(double screenX, double screenY, double screenWidth, double screenHeight) {
        double shared = Math.min(x + width, screenX + screenWidth) - Math.max(x, screenX);
        return shared >= HOLD && y >= screenY - 1 && y < screenY + screenHeight - HOLD / 2;
    }
}
