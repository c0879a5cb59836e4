package com.sun.glass.ui.wide;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;

import com.sun.glass.ui.Screen;
import com.sun.glass.ui.headless.HeadlessApplication;

/** A screen of 1920 by 1200 in memory. */
final class WideApplication extends HeadlessApplication {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1200;
    private Screen[] screens;

    @Override
    protected Screen[] staticScreen_getScreens() {
        if (screens == null) {
            screens = new Screen[] {new Screen(0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 96, 96, 1, 1, 1, 1)};
            // Windows paint into this buffer with a stride of their own; nobody looks at it, it must only be large enough.
            setFrameBuffer(ByteBuffer.allocate(WIDTH * HEIGHT * Integer.BYTES));
        }
        return screens;
    }

    private void setFrameBuffer(ByteBuffer buffer) {
        try {
            Field field = HeadlessApplication.class.getDeclaredField("frameBuffer");
            field.setAccessible(true);
            field.set(this, buffer);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("JavaFX's headless platform is not the one this was made for", changed);
        }
    }
}
