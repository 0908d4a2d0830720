package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CheckDigitTest {
    @Test
    void it_is_the_one_of_the_published_example() {
        assertThat(CheckDigit.append("572")).isEqualTo("5724");
    }

    @Property
    void a_code_that_was_copied_well_fits(@ForAll @NumericChars @StringLength(min = 1, max = 19) String digits) {
        assertThat(CheckDigit.fits(CheckDigit.append(digits))).isTrue();
    }

    @Property
    void every_single_wrong_digit_is_noticed(@ForAll @NumericChars @StringLength(15) String digits,
            @ForAll @IntRange(max = 15) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder wrong = new StringBuilder(CheckDigit.append(digits));
        wrong.setCharAt(place, (char) ('0' + (wrong.charAt(place) - '0' + by) % 10));
        assertThat(CheckDigit.fits(wrong.toString())).isFalse();
    }

    @Property
    void every_swap_of_neighbours_is_noticed(@ForAll @NumericChars @StringLength(15) String digits,
            @ForAll @IntRange(max = 14) int place) {
        StringBuilder swapped = new StringBuilder(CheckDigit.append(digits));
        char left = swapped.charAt(place);
        swapped.setCharAt(place, swapped.charAt(place + 1));
        swapped.setCharAt(place + 1, left);
        assertThat(CheckDigit.fits(swapped.toString())).isEqualTo(left == swapped.charAt(place));
    }
}
