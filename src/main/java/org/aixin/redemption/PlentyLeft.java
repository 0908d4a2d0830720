package org.aixin.redemption;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.aixin.goods.Place;

/**
 * Where this node saw within a minute that more is left than several batches take: there nobody has to be turned away, and Redis need
 * not be asked. A hint only; where it is wrong, the rows refuse.
 */
final class PlentyLeft {
    private static final int PLENTY = 1_000;
    private static final long LASTS = Duration.ofMinutes(1).toNanos();
    private final Map<Place, Long> seen = new ConcurrentHashMap<>();

    /** Takes note of what is left, and answers where plenty has become few. */
    Set<Place> saw(Map<Place, Integer> left) {
        long now = System.nanoTime();
        Set<Place> few = new HashSet<>();
        left.forEach((place, pieces) -> {
            if (pieces >= PLENTY) {
                seen.put(place, now);
            } else if (seen.remove(place) != null) {
                few.add(place);
            }
        });
        return few;
    }

    /** Whether there is plenty at all of these places. */
    boolean isAt(Collection<Place> places) {
        long now = System.nanoTime();
        return places.stream().allMatch(place -> now - seen.getOrDefault(place, now - LASTS) < LASTS);
    }
}
