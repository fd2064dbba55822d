package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Chains are there, and where they cannot be the reason is kept. */
class ChainTemplatesTest {
    @Test
    void thisVirtualMachineMakesChains() {
        assertThat(ChainTemplates.find().obstacle()).isNull();
        assertThat(Chains.available()).isEqualTo(Gemms.NAME == null);
    }

    @Test
    void aMissingClassFileIsTheReason() {
        Function<String, byte[]> none = template -> {
            throw new IllegalStateException("no class file of " + template);
        };
        assertThat(ChainTemplates.find(none).obstacle()).contains("no class file of DoublePairwiseChain");
    }

    @Test
    void aRefusedClassIsTheReason() {
        assertThat(ChainTemplates.find(template -> new byte[] {1, 2, 3}).obstacle())
                .contains("ClassFormatError");
    }

    @Test
    void aTemplateThatIsNoLinkIsTheReason() {
        Function<String, byte[]> real = ChainTemplates.find().code();
        Function<String, byte[]> swapped = template -> real.apply(template.replace("Double", "Float"));
        assertThat(ChainTemplates.find(swapped).obstacle()).contains("making one failed");
    }
}
