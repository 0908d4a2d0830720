package org.aixin.access;

import java.nio.charset.StandardCharsets;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** What a secret must be: six digits that are not the first that anybody tries, or at least eight characters. */
final class SecretRule {
    private static final int SHORTEST = 8, MOST_BYTES = 72;

    private SecretRule() {
    }

    /** The secret; refused 422 {@code secret_too_weak}. */
    static String checked(@Nullable String secret) {
        if (secret == null || !(isGoodPin(secret) || isGoodPassword(secret))) {
            throw Problem.invalid("secret_too_weak", "secret");
        }
        return secret;
    }

    /** A secret that was typed twice; refused 422 {@code secrets_differ}. */
    static @Nullable String same(@Nullable String secret, @Nullable String again) {
        if (secret != null && !secret.equals(again)) {
            throw Problem.invalid("secrets_differ", "again");
        }
        return secret;
    }

    private static boolean isGoodPin(String secret) {
        return secret.matches("[0-9]{6}") && !isEven(secret);
    }

    private static boolean isGoodPassword(String secret) {
        return secret.codePointCount(0, secret.length()) >= SHORTEST && !isEven(secret) && !secret.isBlank()
                && secret.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && secret.codePoints().noneMatch(Character::isISOControl);
    }

    /** 000000, 123456, 654321: every step is the same. */
    private static boolean isEven(String secret) {
        int step = secret.charAt(1) - secret.charAt(0);
        for (int i = 1; i < secret.length(); i++) {
            if (secret.charAt(i) - secret.charAt(i - 1) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }
}
