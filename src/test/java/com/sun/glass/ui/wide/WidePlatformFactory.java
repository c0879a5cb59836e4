package com.sun.glass.ui.wide;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;

/**
 * JavaFX's own platform without a display, with a screen as wide as an operator's: its own is 1000 by 1000, where a
 * pointer reaches no further and a tall window fails with every frame. JavaFX finds it by its name
 * ({@code -Dglass.platform=Wide}), hence the package.
 */
public final class WidePlatformFactory extends HeadlessPlatformFactory {
    @Override
    public Application createApplication() {
        return new WideApplication();
    }
}
