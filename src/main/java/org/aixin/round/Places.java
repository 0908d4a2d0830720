package org.aixin.round;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.round.Scene.Standing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/**
 * Where each player stands. After a reveal all phones ask at once, so the places of all are reckoned once for a round as it stands, and
 * kept for a second: what a version revealed never changes, but a player may be taken out.
 */
@ApplicationScoped
class Places {
    private static final int ROUNDS = 100;
    private final LoadingCache<Stand, Map<String, Standing>> known;

    Places(Standings standings) {
        this.known = Caffeine.newBuilder().maximumSize(ROUNDS).expireAfterWrite(Duration.ofSeconds(1))
                .build(stand -> standings.first(stand.round, Integer.MAX_VALUE).stream()
                        .collect(Collectors.toMap(Standing::player, Function.identity())));
    }

    private record Stand(long round, int version) {
    }

    /** A player's place; who came within this second has answered nothing that was revealed. */
    Standing of(Round round, Player player) {
        Map<String, Standing> all = known.get(new Stand(round.id(), round.version()));
        String id = Long.toString(player.id());
        Standing place = all.get(id);
        int ahead = (int) all.values().stream().filter(one -> one.right() > 0).count();
        return place != null ? place : new Standing(1 + ahead, id, player.name(), 0, all.size() - ahead + 1);
    }
}
