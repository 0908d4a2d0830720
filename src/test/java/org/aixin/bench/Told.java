package org.aixin.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the clients of a rush were told, in their own memory: the other side of {@link Books}. One thread writes it. */
final class Told {
    /** An order that somebody was told is theirs. */
    record Reserved(long id, String code, long member, long goods) {
    }

    /**
     * An answer, or that none came.
     *
     * @param at milliseconds after the rush began
     * @param took milliseconds
     * @param status 0 where the connection failed
     */
    record Answer(int at, int took, int status) {
    }

    final List<Reserved> reserved = new ArrayList<>();
    /** Under how many keys an order's collection was said to be done. */
    final Map<Long, Integer> collected = new HashMap<>();
    final Set<Long> cancelled = new HashSet<>();
    /** By member: wishes to which no answer ever came. */
    final Map<Long, Integer> unanswered = new HashMap<>();
    /** Orders whose collection or cancellation was never answered. */
    final Set<Long> openEnded = new HashSet<>();
    final List<Answer> answers = new ArrayList<>();

    /** How many answers had which status. */
    Map<Integer, Integer> byStatus() {
        Map<Integer, Integer> counts = new TreeMap<>();
        answers.forEach(each -> counts.merge(each.status, 1, Integer::sum));
        return counts;
    }

    /** Successes answered between these milliseconds, a second. */
    double perSecond(int from, int to) {
        long done = answers.stream().filter(each -> each.status / 100 == 2)
                .filter(each -> each.at + each.took >= from && each.at + each.took < to).count();
        return done * 1000.0 / (to - from);
    }

    /** The longest time without a success between these milliseconds. */
    int longestGap(int from, int to) {
        int[] done = Stream.concat(Stream.of(from, to), answers.stream().filter(each -> each.status / 100 == 2)
                .map(each -> each.at + each.took).filter(at -> at > from && at < to)).mapToInt(at -> at).sorted().toArray();
        return IntStream.range(1, done.length).map(i -> done[i] - done[i - 1]).max().orElse(0);
    }

    /** What half of the answers took that were asked for between these milliseconds. */
    double median(int from, int to) {
        return Figures
                .median(answers.stream().filter(each -> each.at >= from && each.at < to).mapToDouble(Answer::took).toArray());
    }

    /** The longest answer that was waited for at some time between these milliseconds. */
    int longest(int from, int to) {
        return answers.stream().filter(each -> each.at < to && each.at + each.took >= from).mapToInt(Answer::took).max()
                .orElse(0);
    }
}
