package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Seeds of random histories. One that fails is printed and added to a file of the sources, so that every later run plays it again.
 * 500 are tried of each history, 10,000 in the nightly profile ({@code jqwik.tries.default}).
 */
public final class Seeds {
    /** How many are tried where jqwik does not count them itself. */
    public static final int TRIES = Integer.getInteger("jqwik.tries.default", 500);
    /** Not where the rules are broken on purpose. */
    private static final boolean KEEPS = Boolean.parseBoolean(System.getProperty("aixin.seeds.keep", "true"));
    private static final Path KEPT = Path.of("src/test/resources/kept-seeds.txt");

    private Seeds() {
    }

    /** Plays a history by a seed. */
    public static void play(String history, long seed, LongConsumer playing) {
        try {
            playing.accept(seed);
        } catch (RuntimeException | AssertionError failed) {
            keep(history + " " + seed);
            throw new AssertionError("The " + history + " history of seed " + seed + " fails; it is kept in " + KEPT, failed);
        }
    }

    /** The seeds of this history that failed once. */
    public static List<Long> kept(String history) {
        assertThat(KEPT).as("the seeds that failed once").exists();
        return lines().stream().filter(line -> line.startsWith(history + " "))
                .map(line -> Long.valueOf(line.substring(history.length() + 1))).toList();
    }

    private static void keep(String line) {
        if (KEEPS && !lines().contains(line)) {
            try {
                Files.writeString(KEPT, line + "\n", StandardOpenOption.APPEND);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(KEPT);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
