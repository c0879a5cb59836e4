package sh.inference.console;

import java.util.Map;

/** Whether there is a screen to open a window on. */
final class Display {
    private Display() {
    }

    /** @param platform the value of {@code glass.platform}; whoever sets it has chosen already */
    static boolean isPresent(String os, Map<String, String> environment, String platform) {
        return platform != null || !os.startsWith("Linux") || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /** Makes JavaFX draw into memory. To be called before the toolkit starts. */
    static void goHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /** Whether windows are drawn into memory only. */
    static boolean isHeadless() {
        return "Headless".equals(System.getProperty("glass.platform"));
    }
}
