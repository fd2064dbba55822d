package io.github.smallnn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenArray;
import io.github.smallnn.testing.GoldenAssert;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenValue;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure of the two documents in golden/seeds.json. The cases marked [fused] repeat one problem with targets
 * made by fused multiply-adds and are not figures of the documents.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedsGoldenTest {
    private static final double ROUNDING_LEVEL = 1e-8;

    private final Golden golden = Golden.read("seeds");
    private GoldenValue scratch;
    private GoldenValue notebook;
    private int ran;

    @BeforeAll
    void run() throws Exception {
        scratch = Run.json("scratch", "--json");
        notebook = Run.json("notebook", "--json");
    }

    List<GoldenCase> cases() {
        return golden.cases().stream().filter(c -> !isFused(c)).toList();
    }

    private static boolean isFused(GoldenCase c) {
        return c.id().contains("[fused]");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameFigure(GoldenCase c) {
        boolean first = c.id().startsWith("seed0/");
        GoldenArray got = (first ? scratch : notebook).get(c.id()).array();
        GoldenArray want = c.get("expected").array();
        assertThat(got.shape()).as(c.id()).isEqualTo(want.shape());
        if (first) {
            GoldenAssert.assertUlps(c.id(), got.doubles(), want.doubles(), 0);
        } else if (want.shape().isEmpty() && Math.abs(want.doubles()[0]) <= ROUNDING_LEVEL) {
            assertThat(got.doubles()[0] / want.doubles()[0])
                    .as("%s: order of magnitude", c.id())
                    .isBetween(0.1, 10.0);
        } else {
            GoldenAssert.assertClose(c.id(), got.doubles(), want.doubles(), 1e-12, 1e-12);
        }
        ran++;
    }

    @AfterAll
    void everyCaseRan() {
        long fused = golden.cases().stream().filter(SeedsGoldenTest::isFused).count();
        System.out.println("golden seeds.json: " + ran + " of " + golden.cases().size() + " cases run, " + fused
                + " are marked [fused]");
        assertThat(ran + fused).isEqualTo(golden.cases().size());
    }
}
