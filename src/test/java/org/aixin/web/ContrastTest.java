package org.aixin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters stand out from what they stand on, as the style sheet's own colours say (WCAG 2: contrast of at least 7:1). */
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});");
    private static final double LEAST = 7;
    private final Map<String, String> colours = colours();

    @ParameterizedTest
    @CsvSource({"ink,paper", "ink,card", "ink-soft,paper", "ink-soft,card", "ink-soft,warm-tint", "ink,warm-tint", "warm,card",
            "warm-deep,paper", "warm-deep,card", "warm-deep,warm-tint", "good,card", "good,good-tint", "wait,wait-tint",
            "stop,card", "stop,stop-tint", "a,card", "b,card", "c,card", "d,card", "e,card", "f,card"})
    void letters_can_be_read(String letters, String ground) {
        double one = light(letters), other = light(ground);
        assertThat((Math.max(one, other) + .05) / (Math.min(one, other) + .05)).isGreaterThanOrEqualTo(LEAST);
    }

    /** The relative luminance. */
    private double light(String name) {
        int colour = Integer.parseInt(Objects.requireNonNull(colours.get(name), name).substring(1), 16);
        return .2126 * part(colour >> 16) + .7152 * part(colour >> 8) + .0722 * part(colour);
    }

    private static double part(int colour) {
        double part = (colour & 255) / 255.0;
        return part <= .03928 ? part / 12.92 : Math.pow((part + .055) / 1.055, 2.4);
    }

    private static Map<String, String> colours() {
        try (InputStream sheet = ContrastTest.class.getResourceAsStream("/META-INF/resources/aixin.css")) {
            String css = new String(Objects.requireNonNull(sheet).readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = COLOUR.matcher(css);
            return found.results().collect(Collectors.toMap(one -> one.group(1), one -> one.group(2)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
