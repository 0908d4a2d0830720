package org.aixin.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.aixin.goods.Wanted;

import org.junit.jupiter.api.Test;

class ScanBasketTest {
    @Test
    void goods_are_counted_and_what_came_last_is_at_the_end() {
        ScannedBasket basket = ScannedBasket.of("").withOneMore("rice").withOneMore("soy").withOneMore("rice");
        assertThat(ScannedBasket.words(basket.quantities())).isEqualTo("soy:1 rice:2");
        assertThat(basket.withLast(4).lines()).containsExactly(new Wanted("soy", 1), new Wanted("rice", 4));
    }

    @Test
    void what_a_page_sends_is_read_back_and_nonsense_is_left_out() {
        assertThat(ScannedBasket.of("soy:1 rice:2").lines()).containsExactly(new Wanted("soy", 1), new Wanted("rice", 2));
        assertThat(ScannedBasket.of("soy:x <b>:1 rice:-2 :3 oil:0 oil:9999999").isEmpty()).isTrue();
        assertThat(ScannedBasket.of(null).withLast(3).isEmpty()).isTrue();
        assertThat(ScannedBasket.of("a:1 ".repeat(2000)).isEmpty()).isTrue();
    }

    @Test
    void a_command_is_no_card_no_order_and_no_label_and_a_slip_makes_it_none() {
        for (CommandCode command : CommandCode.values()) {
            String digits = command.digits();
            assertThat(digits).matches("00[0-9]{3}");
            assertThat(CommandCode.of(digits)).hasValue(command);
            for (int i = 0; i < digits.length(); i++) {
                char[] slip = digits.toCharArray();
                slip[i] = (char) ('0' + (slip[i] - '0' + 1) % 10);
                assertThat(CommandCode.of(new String(slip))).isEmpty();
            }
        }
        assertThat(Arrays.stream(CommandCode.values()).map(CommandCode::digits)).doesNotHaveDuplicates();
    }
}
