package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;

import sh.inference.console.testing.Fx;
import sh.inference.console.testing.FxExtension;

@ExtendWith(FxExtension.class)
class IconsTest {
    @Test
    void everyIconStandsInTheFontThatItsNameSays() throws IllegalAccessException {
        List<String> literals = new ArrayList<>();
        for (Field field : Icons.class.getDeclaredFields()) {
            field.setAccessible(true);
            if (field.getType() == String.class && field.get(null) instanceof String literal && literal.startsWith("md")) {
                literals.add(literal);
            }
        }
        assertThat(literals).hasSizeGreaterThan(20);
        assertThat(literals).allSatisfy(literal -> assertThatCode(() -> Fx.run(() -> new FontIcon(literal))).as(literal).doesNotThrowAnyException());
    }
}
