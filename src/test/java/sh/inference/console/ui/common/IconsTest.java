package sh.inference.console.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

import sh.inference.console.model.EngineStatus;
import sh.inference.console.model.Wire;
import sh.inference.console.profile.ProfileKind;

class IconsTest {
    private static final List<String> KNOWN = Stream.<Ikon[]>of(Material2AL.values(), Material2MZ.values(), Material2OutlinedAL.values(), Material2OutlinedMZ.values())
            .flatMap(Arrays::stream).map(Ikon::getDescription).toList();

    @Test
    void everyIconOfTheVocabularyExists() throws IllegalAccessException {
        List<String> used = new ArrayList<>();
        for (Field field : Icons.class.getFields()) {
            used.add((String) field.get(null));
        }
        Arrays.stream(ProfileKind.values()).map(Kinds::icon).forEach(used::add);
        assertThat(KNOWN).containsAll(used);
    }

    @Test
    void everyEngineStatusHasItsOwnIcon() {
        List<String> icons = Arrays.stream(EngineStatus.values()).map(status -> Status.ofEngine(Wire.of(status)).icon()).toList();
        assertThat(icons).doesNotHaveDuplicates();

    }

    @Test
    void anUnknownStatusIsShownAsItCame() {
        Status status = Status.ofEngine(Wire.read(EngineStatus.class, "suspended"));
        assertThat(status.word().args()).containsExactly("suspended");
        assertThat(status.level()).isEqualTo(Status.Level.WRONG);
    }
}
