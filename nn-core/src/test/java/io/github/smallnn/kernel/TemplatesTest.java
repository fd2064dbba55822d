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

    private static IntSupplier number(int data) {
        return Templates.instanceOrNull(
                MethodHandles.lookup(), "TemplatesTest$Number", data, IntSupplier.class, "a number");
    }

    @Test
    void everyCopyHasItsData() {
        IntSupplier three = number(3);
        IntSupplier four = number(4);
        assertThat(three.getClass()).isNotEqualTo(four.getClass());
        assertThat(three.getClass().isHidden()).isTrue();
        assertThat(three.getAsInt()).isEqualTo(3);
        assertThat(four.getAsInt()).isEqualTo(4);
    }

    @Test
    void withoutAClassFileThereIsNone() {
        assertThat(Templates.instanceOrNull(MethodHandles.lookup(), "NoSuchTemplate", 1, Object.class, "nothing"))
                .isNull();
    }

    @Test
    void aMissingClassFileIsNamed() {
        assertThatThrownBy(() -> Templates.read(Templates.class, "NoSuchTemplate"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NoSuchTemplate.class");
    }

    @Test
    void aLookupWithoutRightsIsRefused() {
        MethodHandles.Lookup stranger = MethodHandles.publicLookup().in(Templates.class);
        byte[] code = Templates.read(Templates.class, "Gemms");
        assertThatThrownBy(() -> Templates.instance(stranger, code, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no copy of a template");
    }
}
