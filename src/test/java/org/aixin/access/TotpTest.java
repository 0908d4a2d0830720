package org.aixin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** Appendix B of RFC 6238, the rows of HMAC-SHA1. */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924", "2000000000, 69279037",
            "20000000000, 65353130"})
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(new Totp(8).code(KEY, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
        assertThat(new Totp(6).code(KEY, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code.substring(2));
    }

    @Test
    void a_phone_may_be_half_a_minute_off_and_no_more() {
        Totp totp = new Totp(6);
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(totp.stepOf(KEY, totp.code(KEY, near), now)).hasValue(near);
        }
        assertThat(totp.stepOf(KEY, totp.code(KEY, step - 2), now)).isEmpty();
        assertThat(totp.stepOf(KEY, totp.code(KEY, step + 2), now)).isEmpty();
        assertThat(totp.stepOf(KEY, "", now)).isEmpty();
    }

    /** Section 10 of RFC 4648, and the twenty bytes of RFC 6238. */
    @Test
    void the_key_is_written_in_base_32() {
        assertThat(new AuthenticatorKey(KEY, "王").letters()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(new AuthenticatorKey("fooba".getBytes(StandardCharsets.US_ASCII), "王").letters()).isEqualTo("MZXW6YTB");
        assertThat(new AuthenticatorKey(KEY, "李 店员").uri()).startsWith("otpauth://totp/Aixin:%E6%9D%8E%20")
                .contains("?secret=GEZDGNBV").endsWith("&issuer=Aixin");
    }
}
