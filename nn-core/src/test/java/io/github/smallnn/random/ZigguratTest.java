package io.github.smallnn.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.GoldenDigest;
import org.junit.jupiter.api.Test;

/** The tables, made by their recipe, hold NumPy's numbers bit for bit: these are the digests of NumPy's own tables. */
class ZigguratTest {
    @Test
    void normalTables() {
        Ziggurat z = Ziggurat.normal();
        assertThat(GoldenDigest.sha256(z.widths()))
                .isEqualTo("33c6472209e1d09ea3548f0291e5e1ad67fb4f1d0305e9f1086689584b7bb7fa");
        assertThat(GoldenDigest.sha256(z.heights()))
                .isEqualTo("acd898d9d87e212f657755ba43b21e40958090a7ff2103c9e79f4ea1b0fe2bc5");
        assertThat(GoldenDigest.sha256(z.limits()))
                .isEqualTo("565295797825931547a1036f5b012a247be54abbe077c39fe06c8ed1e9d0a5a9");
    }

    @Test
    void exponentialTables() {
        Ziggurat z = Ziggurat.exponential();
        assertThat(GoldenDigest.sha256(z.widths()))
                .isEqualTo("12751415cc5c2d3a76783f682d265bbfdd63c8775b4d3ded9926d3bb673871a1");
        assertThat(GoldenDigest.sha256(z.heights()))
                .isEqualTo("1f4b2a07fcf8396e73fc378ce2199c83cf46da21f0d6469f43375c29cb2d8635");
        assertThat(GoldenDigest.sha256(z.limits()))
                .isEqualTo("785bcf5a662793cf25870d33474a750da43f0e903fa734292e1eeefb38e8efce");
    }
}
