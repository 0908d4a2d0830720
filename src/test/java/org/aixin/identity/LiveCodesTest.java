package org.aixin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;

import org.aixin.kernel.CheckDigit;

import org.junit.jupiter.api.Test;

class LiveCodesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:40:10Z");
    private final LiveCodes codes = new LiveCodes(new byte[]{1, 2, 3});

    @Test
    void a_live_code_is_read_back_as_a_member_and_a_step() {
        long step = LiveCodes.step(NOW);
        String code = codes.code("00123456", step);
        assertThat(LiveCodes.isForm(code)).isTrue();
        assertThat(LiveCodes.codeId(code)).isEqualTo("00123456");
        assertThat(codes.madeIn(code, NOW)).hasValue(step);
    }

    @Test
    void other_digits_are_none() {
        assertThat(Stream.of("", "9", "13800000001", CheckDigit.append("3" + "0".repeat(14)), "9".repeat(20))
                .filter(LiveCodes::isForm)).isEmpty();
    }

    @Test
    void it_lives_through_its_own_step_and_the_next() {
        assertThat(LiveCodes.end(LiveCodes.step(NOW))).isEqualTo("2026-11-21T02:41:00Z");
    }

    @Test
    void an_old_one_is_known_as_old_for_a_day_and_then_unknown() {
        String code = codes.code("00123456", LiveCodes.step(NOW));
        assertThat(codes.madeIn(code, NOW.plusSeconds(3600))).hasValue(LiveCodes.step(NOW));
        assertThat(codes.madeIn(code, NOW.plusSeconds(90_000))).isEmpty();
    }

    @Test
    void a_forged_one_was_never_made() {
        String forged = CheckDigit.append("9" + "00123456" + "0000000000");
        assertThat(codes.madeIn(forged, NOW)).isEmpty();
        String strangers = new LiveCodes(new byte[]{9}).code("00123456", LiveCodes.step(NOW));
        assertThat(codes.madeIn(strangers, NOW)).isEmpty();
        String ahead = codes.code("00123456", LiveCodes.step(NOW) + 1);
        assertThat(codes.madeIn(ahead, NOW)).isEmpty();
    }
}
