package org.aixin.goods;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EanTest {
    @Test
    void the_last_digit_checks_the_others() {
        assertThat(Ean.fits("6901234567892")).isTrue();
        assertThat(Ean.fits("4006381333931")).isTrue();
        for (String wrong : new String[]{"6901234567893", "6901234567829", "690123456789", "69012345678921", "690123456789x",
                ""}) {
            assertThat(Ean.fits(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void a_single_wrong_digit_is_always_seen() {
        String right = Ean.label(Ean.SHELF, 1234567);
        for (int at = 0; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(Ean.fits(typed)).as(typed).isEqualTo(typed.equals(right));
            }
        }
    }

    @Test
    void a_label_is_thirteen_digits_of_its_own_range_and_says_its_number() {
        String label = Ean.label(Ean.SHELF, 42);
        assertThat(label).isEqualTo("2900000000421").matches("29[0-9]{11}");
        assertThat(Ean.number(Ean.SHELF, label)).isEqualTo(42);
        assertThat(Ean.number(Ean.BATCH, label)).isNull();
        assertThat(Ean.number(Ean.SHELF, "2900000000422")).isNull();
        assertThat(Ean.isOfShops(label)).isTrue();
        assertThat(Ean.isOfShops("6901234567892")).isFalse();
    }
}
