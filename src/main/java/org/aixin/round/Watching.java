package org.aixin.round;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Tells everybody who watches a round what changes. What changed is asked of the database four times a second, by one query for all
 * rounds that are watched here, and at once when the host pressed a key here: so every node tells its own phones, with or without
 * Redis, and a phone that comes back is told where things stand.
 */
@ApplicationScoped
class Watching {
    private static final Logger LOG = Logger.getLogger(Watching.class);
    private static final int OFTEN_MILLIS = 250;
    private static final int BEATS = 60, NEWEST = 30, BEFORE_DRAINING = 1;
    private final Sql sql;
    private final RoundRows rounds;
    private final Scenes scenes;
    private final PlayerRows players;
    private final ObjectMapper json;
    private final BusinessTime time;
    private final Vertx vertx;
    private final Map<Long, Audience> audiences = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean(), again = new AtomicBoolean();
    private int looks;

    Watching(Sql sql, RoundRows rounds, Scenes scenes, PlayerRows players, ObjectMapper json,
            BusinessTime time, Vertx vertx) {
        this.sql = sql;
        this.rounds = rounds;
        this.scenes = scenes;
        this.players = players;
        this.json = json;
        this.time = time;
        this.vertx = vertx;
    }

    /** What may change of a round. */
    record Seen(int version, int players, int answered) {
        static final Seen NOTHING = new Seen(-1, -1, -1);
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(OFTEN_MILLIS, any -> look());
    }

    /** Lets go of all phones before the requests under way are waited for, of which each that listens is one without end. */
    void stop(@Observes @Priority(BEFORE_DRAINING) ShutdownDelayInitiatedEvent stopping) {
        audiences.values().forEach(Audience::close);
    }

    /** Everything that happens in a round from now on, and first how it stands; refused 404 where there is none. */
    Multi<Told> watch(long round, boolean wall) {
        if (!audiences.containsKey(round)) {
            rounds.round(round);
        }
        return Multi.createFrom().deferred(() -> audiences.computeIfAbsent(round, any -> new Audience(json, time)).join(wall,
                () -> scenes.of(rounds.round(round)), () -> players.newest(round, NEWEST)));
    }

    /** Looks now; where somebody looks already, once more after that. */
    void look() {
        if (audiences.isEmpty()) {
            return;
        }
        if (!looking.compareAndSet(false, true)) {
            again.set(true);
            return;
        }
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            try {
                do {
                    again.set(false);
                    tell();
                } while (again.get());
            } catch (RuntimeException failed) {
                LOG.debugf(failed, "The rounds could not be looked at; the next look follows at once");
            } finally {
                looking.set(false);
            }
        });
    }

    private void tell() {
        audiences.values().removeIf(Audience::isGone);
        boolean beat = ++looks % BEATS == 0;
        Map<Long, Seen> seen = seen(audiences.keySet());
        audiences.forEach((round, audience) -> {
            Seen now = seen.get(round);
            if (now != null) {
                audience.tell(now, () -> scenes.of(rounds.round(round)), () -> players.newest(round, NEWEST));
            }
            if (beat) {
                audience.beat();
            }
        });
    }

    private Map<Long, Seen> seen(Set<Long> watched) {
        Map<Long, Seen> seen = new HashMap<>();
        List<Long> ids = List.copyOf(watched);
        if (!ids.isEmpty()) {
            sql.rows("SELECT r.id, r.version, (SELECT COUNT(*) FROM live_player p WHERE p.round = r.id AND p.removed_at IS NULL),"
                    + " (SELECT COUNT(*) FROM live_answer a JOIN live_player p ON p.id = a.player AND p.removed_at IS NULL"
                    + " WHERE a.round = r.id AND a.position = r.position) FROM live_round r"
                    + " WHERE r.id IN (" + Sql.marks(ids.size()) + ")",
                    row -> seen.put(row.getLong(1), new Seen(row.getInt(2), row.getInt(3), row.getInt(4))), ids);
        }
        return seen;
    }
}
