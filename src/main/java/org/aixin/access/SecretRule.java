package org.aixin.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/**
 * What a secret must be: six digits, or at least eight characters, and not what anybody tries first. Up to nine digits are short: they are
 * good only with a device that was used before.
 */
final class SecretRule {
    private static final int SHORTEST = 8, MOST_BYTES = 72, OWN = 6;
    private static final Set<String> COMMON = common();

    private SecretRule() {
    }

    /** The secret; refused 422 {@code secret_too_weak}. */
    static String checked(@Nullable String secret) {
        if (secret == null || !(secret.matches("[0-9]{6}") || isLong(secret)) || isEven(secret) || isRepeated(secret)
                || isDay(secret) || COMMON.contains(secret.toLowerCase(Locale.ROOT))) {
            throw Problem.invalid("secret_too_weak", "secret");
        }
        return secret;
    }

    /** A PIN of four to six digits; refused 422 {@code pin_too_weak} for other signs, rows and repetitions. */
    static String checkedPin(@Nullable String pin) {
        if (pin == null || !pin.matches("[0-9]{4,6}") || isEven(pin) || isRepeated(pin)) {
            throw Problem.invalid("pin_too_weak", "pin");
        }
        return pin;
    }

    /** Refused 422 {@code secret_too_weak} for a part of one of the member's own numbers: a phone, a card, a login. */
    static void mustNotBeOwn(String secret, List<String> numbers) {
        boolean own = numbers.stream().anyMatch(number -> number.contains(secret)
                || number.length() >= OWN && secret.contains(number.substring(number.length() - OWN)));
        if (own) {
            throw Problem.invalid("secret_too_weak", "secret");
        }
    }

    /** Whether this may be somebody's, but can be found by trying. */
    static boolean isShort(@Nullable String secret) {
        return secret != null && secret.matches("[0-9]{1,9}");
    }

    /** A secret that was typed twice; refused 422 {@code secrets_differ}. */
    static @Nullable String same(@Nullable String secret, @Nullable String again) {
        if (secret != null && !secret.equals(again)) {
            throw Problem.invalid("secrets_differ", "again");
        }
        return secret;
    }

    private static boolean isLong(String secret) {
        return secret.codePointCount(0, secret.length()) >= SHORTEST && !secret.isBlank()
                && secret.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && secret.codePoints().noneMatch(Character::isISOControl);
    }

    /** 000000, 123456, 654321, 890123: every sign is the same as the one before it, the next or the last, nine and nought being neighbours. */
    private static boolean isEven(String secret) {
        boolean digits = secret.matches("[0-9]+");
        return secret.chars().distinct().count() == 1 || isStairs(secret, 1, digits) || isStairs(secret, -1, digits);
    }

    private static boolean isStairs(String secret, int step, boolean around) {
        for (int i = 1; i < secret.length(); i++) {
            int rise = secret.charAt(i) - secret.charAt(i - 1);
            if (rise != step && !(around && rise == -9 * step)) {
                return false;
            }
        }
        return true;
    }

    /** 121212, 123123, 112233, aabbccdd: one to four signs over and over, or each of them twice in a row. */
    private static boolean isRepeated(String secret) {
        boolean doubled = secret.matches("(?:(.)\\1)(?:(.)\\2)(?:(.)\\3)(?:(.)\\4)?");
        return doubled || secret.matches("(.{1,4})\\1+.?") && secret.chars().distinct().count() <= 4;
    }

    /** 580312, 19580312: a day on which somebody may have been born. */
    private static boolean isDay(String secret) {
        if (secret.matches("[0-9]{6}")) {
            return isDay(2000 + number(secret, 0, 2), number(secret, 2, 4), number(secret, 4, 6));
        }
        return secret.matches("(19|20)[0-9]{6}")
                && isDay(number(secret, 0, 4), number(secret, 4, 6), number(secret, 6, 8));
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    private static Set<String> common() {
        try (InputStream file = Objects.requireNonNull(SecretRule.class.getResourceAsStream("/access/common-secrets.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
