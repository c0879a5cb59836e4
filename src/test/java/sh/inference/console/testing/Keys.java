package sh.inference.console.testing;

import java.util.List;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.BaseRobot;

/**
 * Keys pressed as by hand, through the part of TestFX's robot that only presses. The robot itself lets every press, every release
 * and every letter settle by itself, which is most of the time that a journey by keys takes; here they settle once, at the end.
 */
public final class Keys {
    private static final BaseRobot ROBOT = new FxRobot().robotContext().getBaseRobot();

    private Keys() {
    }

    /** Presses keys together, the first of them held until the last is released. */
    public static void push(KeyCode... together) {
        List<KeyCode> keys = List.of(together);
        keys.forEach(ROBOT::pressKeyboard);
        keys.reversed().forEach(ROBOT::releaseKeyboard);
        Fx.settle();
    }

    /** Types a text into what has the focus in the window in front. */
    public static void write(String text) {
        Scene front = Fx.call(() -> Window.getWindows().stream().filter(Window::isFocused).findFirst().orElseThrow().getScene());
        text.codePoints().mapToObj(Character::toString).forEach(letter -> ROBOT.typeKeyboard(front, KeyCode.UNDEFINED, letter));
        Fx.settle();
    }
}
