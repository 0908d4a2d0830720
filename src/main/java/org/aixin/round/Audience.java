package org.aixin.round;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.aixin.kernel.BusinessTime;
import org.aixin.round.Watching.Seen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import org.jspecify.annotations.Nullable;

/** Those who watch one round at this node: phones, and walls, which are told of names and of every answer. */
final class Audience {
    /** Phones are told how many have come or answered once a second, walls four times. */
    private static final int PHONES_EVERY = 4;
    private static final int GONE_AFTER = 40;
    private final ObjectMapper json;
    private final BusinessTime time;
    private final Set<MultiEmitter<? super Told>> phones = ConcurrentHashMap.newKeySet(), walls = ConcurrentHashMap.newKeySet();
    private volatile Seen toldWalls = Seen.NOTHING;
    private volatile @Nullable Scene known;
    private Seen toldPhones = Seen.NOTHING;
    private int looks;

    private int empty;

    Audience(ObjectMapper json, BusinessTime time) {
        this.json = json;
        this.time = time;
    }

    /** How many have come, on walls with the names of those who came last. */
    record Came(int players, @Nullable List<String> newest) {
    }

    record Answered(int answered, int players) {
    }

    /** Everything from now on, and first how it stands. */
    Multi<Told> join(boolean wall, Supplier<Scene> now, Supplier<List<String>> newest) {
        Set<MultiEmitter<? super Told>> place = wall ? walls : phones;
        return Multi.createFrom().emitter(one -> {
            place.add(one);
            one.onTermination(() -> place.remove(one));
            Scene scene = standing(now);
            one.emit(told("state", scene));
            if (wall) {
                one.emit(told("players", new Came(scene.players(), newest.get())));
            }
        }, BackPressureStrategy.BUFFER);
    }

    /** How it stands: what everybody was told last, where that is known here, so that many who come back at once ask the database little. */
    private Scene standing(Supplier<Scene> now) {
        Scene last = known;
        Seen seen = toldWalls;
        return last == null || last.version() != seen.version()
                ? now.get()
                : last.at(time.now(), seen.players(), seen.answered());
    }

    /** Tells what changed since it was told last. */
    void tell(Seen seen, Supplier<Scene> scene, Supplier<List<String>> newest) {
        if (seen.version() != toldWalls.version()) {
            Scene now = scene.get();
            known = now;
            Told state = told("state", now);
            tell(walls, state);
            tell(phones, state);
        }
        if (seen.players() != toldWalls.players() && !walls.isEmpty()) {
            tell(walls, told("players", new Came(seen.players(), newest.get())));
        }
        if (seen.answered() != toldWalls.answered()) {
            tell(walls, told("answered", new Answered(seen.answered(), seen.players())));
        }
        toldWalls = seen;
        if (++looks % PHONES_EVERY == 0) {
            tellPhones(seen);
        }
    }

    private void tellPhones(Seen seen) {
        if (seen.players() != toldPhones.players()) {
            tell(phones, told("players", new Came(seen.players(), null)));
        }
        if (seen.answered() != toldPhones.answered()) {
            tell(phones, told("answered", new Answered(seen.answered(), seen.players())));
        }
        toldPhones = seen;
    }

    /** Keeps the connections, and finds those that are gone. */
    void beat() {
        tell(walls, Told.BEAT);
        tell(phones, Told.BEAT);
    }

    /** Whether nobody has watched for some looks; asked once a look. */
    boolean isGone() {
        empty = walls.isEmpty() && phones.isEmpty() ? empty + 1 : 0;
        return empty > GONE_AFTER;
    }

    void close() {
        walls.forEach(MultiEmitter::complete);
        phones.forEach(MultiEmitter::complete);
    }

    private static void tell(Set<MultiEmitter<? super Told>> all, Told what) {
        all.forEach(one -> one.emit(what));
    }

    private Told told(String name, Object what) {
        try {
            return new Told(name, json.writeValueAsString(what));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
