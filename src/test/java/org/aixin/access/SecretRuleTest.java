package org.aixin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"135790", "112233", "aixin2026", "八个字的密码可以用"})
    void six_digits_or_eight_characters_are_a_secret(String secret) {
        assertThat(SecretRule.checked(secret)).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000000", "123456", "654321", "12345", "1234567", "abc1234", "99999999", "12345678", "        ",
            "abcdefg\u0000"})
    void what_anybody_tries_first_is_no_secret(String secret) {
        assertThatThrownBy(() -> SecretRule.checked(secret)).hasMessage("secret_too_weak");
    }

    @Test
    void a_secret_that_bcrypt_would_cut_is_refused() {
        assertThatThrownBy(() -> SecretRule.checked("密".repeat(25))).hasMessage("secret_too_weak");
    }
}
