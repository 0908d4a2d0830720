package org.aixin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"135790", "482913", "aixin2026", "八个字的密码可以用"})
    void six_digits_or_eight_characters_are_a_secret(String secret) {
        assertThat(SecretRule.checked(secret)).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000000", "123456", "112233", "890123", "520131", "888888", "580312", "19580312", "123123",
            "qwertyui", "Woaini1314", "5201314520", "654321", "12345", "1234567", "abc1234", "99999999", "12345678", "        ",
            "abcdefg\u0000"})
    void what_anybody_tries_first_is_no_secret(String secret) {
        assertThatThrownBy(() -> SecretRule.checked(secret)).hasMessage("secret_too_weak");
    }

    @Test
    void a_secret_that_bcrypt_would_cut_is_refused() {
        assertThatThrownBy(() -> SecretRule.checked("密".repeat(25))).hasMessage("secret_too_weak");
    }

    @Test
    void nobody_takes_a_part_of_their_own_phone_or_card() {
        for (String own : List.of("000417", "13912000417", "12000417", "000417ab")) {
            assertThatThrownBy(() -> SecretRule.mustNotBeOwn(own, List.of("13912000417", "600000000012")))
                    .hasMessage("secret_too_weak");
        }
        SecretRule.mustNotBeOwn("482913", List.of("13912000417", "600000000012"));
    }

    @Test
    void up_to_nine_digits_are_short() {
        assertThat(List.of("482913", "48291375", "482913750")).allMatch(SecretRule::isShort);
        assertThat(List.of("4829137506", "aixin2026", "")).noneMatch(SecretRule::isShort);
    }
}
