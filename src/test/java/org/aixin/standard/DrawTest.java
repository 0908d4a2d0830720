package org.aixin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class DrawTest {
    private static final String ROOT = "00".repeat(32);

    private static List<Long> claims(int many) {
        return LongStream.rangeClosed(1, many).boxed().toList();
    }

    @Test
    void a_share_is_drawn_and_at_least_one_where_there_are_any() {
        assertThat(Draw.of(ROOT, claims(100), 5)).hasSize(5);
        assertThat(Draw.of(ROOT, claims(101), 5)).hasSize(6);
        assertThat(Draw.of(ROOT, claims(1), 5)).hasSize(1);
        assertThat(Draw.of(ROOT, List.of(), 5)).isEmpty();
        assertThat(Draw.of(ROOT, claims(100), 0)).isEmpty();
        assertThat(Draw.of(ROOT, claims(7), 100)).hasSize(7);
    }

    @Test
    void who_has_the_root_draws_the_same_in_any_order() {
        List<Long> there = claims(50);
        List<Long> turned = there.stream().sorted((a, b) -> Long.compare(b, a)).toList();
        assertThat(Draw.of(ROOT, turned, 10)).containsExactlyElementsOf(Draw.of(ROOT, there, 10));
        assertThat(Draw.of("11".repeat(32), there, 10)).isNotEqualTo(Draw.of(ROOT, there, 10));
    }

    @Test
    void a_lot_can_be_reckoned_with_other_tools() {
        // printf 'aixin-recheck\n%s\n%s\n' ROOT 7 | sha256sum
        assertThat(Draw.lot(ROOT, 7)).isEqualTo("a454b1739b5b026002d88ea9c7e7ed2976c9f578c54adcbd42b024bd32a8ec08");
    }
}
