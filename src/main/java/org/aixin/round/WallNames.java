package org.aixin.round;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** What may stand on the wall as a player's name: 1 to 12 letters, no phone number, nothing that a square should not read. */
@Singleton
class WallNames {
    static final int LONGEST = 12, MOST_TYPED = 100;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ·•.'_-]*");
    /** Letters and marks that nobody sees, by which one name looks like another, and marks that pile up beyond their line. */
    private static final Pattern UNSEEN = Pattern
            .compile(".*(?:[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0"
                    + "\\x{E0100}-\\x{E01EF}]|\\p{M}{4}).*");
    private static final Pattern MANY_DIGITS = Pattern.compile(".*[0-9]{5}.*");
    private final List<String> unwelcome;

    WallNames() throws IOException {
        try (InputStream words = WallNames.class.getResourceAsStream("/round/unwelcome.txt")) {
            if (words == null) {
                throw new IOException("unwelcome.txt is missing");
            }
            this.unwelcome = new String(words.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(word -> !word.isEmpty() && !word.startsWith("#")).toList();
        }
    }

    /** The name, without what nobody sees; refused 422 {@code wall_name_refused} or {@code wall_name_unwelcome}. */
    String of(@Nullable String given) {
        String name = Normalizer.normalize(given == null || given.length() > MOST_TYPED ? "" : given, Normalizer.Form.NFKC)
                .strip().replaceAll("\\s+", " ");
        if (name.codePointCount(0, name.length()) > LONGEST || !NAME.matcher(name).matches()
                || UNSEEN.matcher(name).matches() || MANY_DIGITS.matcher(name).matches()) {
            throw Problem.invalid("wall_name_refused", "name", LONGEST);
        }
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[ ·•.'_-]", "");
        if (unwelcome.stream().anyMatch(plain::contains)) {
            throw Problem.invalid("wall_name_unwelcome", "name");
        }
        return name;
    }
}
