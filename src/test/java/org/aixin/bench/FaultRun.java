package org.aixin.bench;

import java.util.List;
import java.util.Map;

import org.aixin.bench.Checker.Wrong;

/**
 * A rush and what became of it.
 *
 * @param healed milliseconds from the end of the fault until the service called itself whole
 */
record FaultRun(String name, Told told, int healed, Map<Wrong, List<String>> wrong) {
    FaultRun with(Map<Wrong, List<String>> found) {
        return new FaultRun(name, told, healed, found);
    }

    boolean ofControl() {
        return name.startsWith("control");
    }

    int count(Wrong kind) {
        return wrong.getOrDefault(kind, List.of()).size();
    }

    String line(int span) {
        StringBuilder line = new StringBuilder("%s: %.0f/s, longest %d ms, healed after %d ms, %s".formatted(name,
                told.perSecond(0, span), told.longest(0, span), healed, told.byStatus()));
        for (int second = 0; second < span; second += 1000) {
            line.append(" %.0f/%d".formatted(told.perSecond(second, second + 1000), told.longest(second, second + 1000)));
        }
        wrong.forEach((kind, words) -> line.append("%n  %s %d: %s".formatted(kind, words.size(),
                words.subList(0, Math.min(5, words.size())))));
        return line.toString();
    }
}
