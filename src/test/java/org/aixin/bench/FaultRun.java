package org.aixin.bench;

import java.util.List;
import java.util.Map;

import org.aixin.bench.Checker.Wrong;

/**
 * A rush and what became of it.
 *
 * @param healed milliseconds from the end of the fault until the service was whole again; -1 where it never was
 */
record FaultRun(String name, Times times, Told told, int healed, Map<Wrong, List<String>> wrong) {
    static final String QUIET = "quiet", CONTROL = "control, ";
    private static final int EXAMPLES = 5;

    /** When a rush ends, and when something breaks and is mended, in milliseconds after its beginning. */
    record Times(int span, int breaks, int mended) {
    }

    FaultRun with(Map<Wrong, List<String>> found) {
        return new FaultRun(name, times, told, healed, found);
    }

    boolean isOfControl() {
        return name.startsWith(CONTROL);
    }

    boolean isQuiet() {
        return name.equals(QUIET);
    }

    int count(Wrong kind) {
        return wrong.getOrDefault(kind, List.of()).size();
    }

    /** Whether nothing is wrong, and whatever befell Redis was over before the rush was. */
    boolean isGood() {
        return wrong.isEmpty() && (healed >= 0 || !name.startsWith("Redis"));
    }

    /** The longest time without a success since it broke, in milliseconds. */
    int longestGap() {
        return told.longestGap(times.breaks, times.span);
    }

    /** Successes a second. */
    double rate() {
        return told.perSecond(0, times.span);
    }

    /** All of it, second by second, for whoever reads along. */
    String line() {
        StringBuilder line = new StringBuilder(
                "%s: %.0f/s, longest %d ms, whole after %d ms, %s; successes and longest by second:"
                        .formatted(name, rate(), told.longest(0, times.span), healed, told.byStatus()));
        for (int second = 0; second < times.span; second += 1000) {
            line.append(" %.0f/%d".formatted(told.perSecond(second, second + 1000), told.longest(second, second + 1000)));
        }
        wrong.forEach((kind, words) -> line.append("%n  %s, %d: %s".formatted(kind.words(), words.size(),
                words.subList(0, Math.min(EXAMPLES, words.size())))));
        return line.toString();
    }
}
