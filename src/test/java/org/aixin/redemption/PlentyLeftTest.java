package org.aixin.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.aixin.goods.Place;

import org.junit.jupiter.api.Test;

class PlentyLeftTest {
    private static final Place RICE = new Place(1, 1), SALT = new Place(1, 2);
    private final PlentyLeft plenty = new PlentyLeft();

    @Test
    void every_shelf_of_a_basket_must_have_been_seen_full() {
        assertThat(plenty.isAt(List.of(RICE))).isFalse();
        plenty.saw(Map.of(RICE, 1_000, SALT, 999));
        assertThat(plenty.isAt(List.of(RICE))).isTrue();
        assertThat(plenty.isAt(List.of(RICE, SALT))).isFalse();
    }

    @Test
    void a_shelf_that_runs_low_is_named_once() {
        plenty.saw(Map.of(RICE, 5_000, SALT, 10));
        assertThat(plenty.saw(Map.of(RICE, 999, SALT, 9))).containsExactly(RICE);
        assertThat(plenty.isAt(List.of(RICE))).isFalse();
        assertThat(plenty.saw(Map.of(RICE, 998))).isEmpty();
    }
}
