package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Copies of a template are classes of their own with data of their own, and a missing one is named. */
class TemplatesTest {
    /** A template that knows a number. */
    static final class Number implements IntSupplier {
        private static final int DATA = Templates.data(MethodHandles.lookup(), Integer.class);

        Number() {}

        @Override
        public int getAsInt() {
            return DATA;
        }
    }

    private static int number(Class<?> copy) throws ReflectiveOperationException {
        return ((IntSupplier) copy.getDeclaredConstructor().newInstance()).getAsInt();
    }

    @Test
    void everyCopyHasItsData() throws ReflectiveOperationException {
        Class<?> three = Templates.copy(MethodHandles.lookup(), "TemplatesTest$Number", 3);
        Class<?> four = Templates.copy(MethodHandles.lookup(), "TemplatesTest$Number", 4);
        assertThat(three).isNotEqualTo(four);
        assertThat(three.isHidden()).isTrue();
        assertThat(number(three)).isEqualTo(3);
        assertThat(number(four)).isEqualTo(4);
    }

    @Test
    void aMissingClassFileIsNamed() {
        assertThatThrownBy(() -> Templates.copy(MethodHandles.lookup(), "NoSuchTemplate", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NoSuchTemplate.class");
    }

    @Test
    void aLookupWithoutRightsIsRefused() {
        assertThatThrownBy(() -> Templates.copy(
                        MethodHandles.publicLookup().in(Templates.class), Templates.read(Templates.class, "Gemms"), 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no copy of a template");
    }
}
