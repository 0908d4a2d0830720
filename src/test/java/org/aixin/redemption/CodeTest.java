package org.aixin.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.aixin.kernel.Digits;

import org.junit.jupiter.api.Test;

class CodeTest {
    @Test
    void an_order_code_has_sixteen_digits_begins_with_3_and_reads_back() {
        Code code = Code.newOrder();
        assertThat(code.digits()).matches("3[0-9]{15}");
        assertThat(Code.read(code.digits())).isEqualTo(code);
    }

    @Test
    void no_two_order_codes_are_alike() {
        Stream<String> codes = IntStream.range(0, 1000).mapToObj(i -> Code.newOrder().digits());
        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void a_slip_of_the_finger_is_told_from_a_stranger() {
        String good = Code.newOrder().digits();
        String slip = good.substring(0, 15) + (good.charAt(15) == '9' ? '0' : (char) (good.charAt(15) + 1));
        assertThatThrownBy(() -> Code.read(slip)).hasMessage("mistyped_code");
        assertThatThrownBy(() -> Code.read(good.substring(0, 14))).hasMessage("mistyped_code");
        assertThatThrownBy(() -> Code.read("600000000001")).hasMessage("mistyped_code");
        assertThatThrownBy(() -> Code.read("6901234567893")).hasMessage("mistyped_code");
        assertThatThrownBy(() -> Code.read("6901234567892")).hasMessage("unknown_code");
        assertThatThrownBy(() -> Code.read("12345678")).hasMessage("unknown_code");
    }

    @Test
    void full_width_digits_spaces_and_hyphens_are_digits() {
        assertThat(Digits.of(" ３０７１ 8824-5590　2 ")).isEqualTo("3071882455902");
        assertThat(Digits.of("３０７１–8824\u200b")).isEqualTo("30718824");
    }

    @Test
    void anything_else_is_no_code() {
        assertThat(Stream.of("", "  ", "12a4", "<b>1</b>", "१२३", "1".repeat(33)).map(Digits::of)).containsOnlyNulls();
        assertThat(Digits.of(null)).isNull();
    }

    @Test
    void digits_are_shown_by_four() {
        assertThat(Digits.grouped("3071882455902")).isEqualTo("3071 8824 5590 2");
        assertThat(Digits.grouped("30718824")).isEqualTo("3071 8824");
    }
}
