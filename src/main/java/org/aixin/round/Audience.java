package org.aixin.round;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

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
    private final ObjectMapper json;
    private final Set<MultiEmitter<? super Told>> phones = ConcurrentHashMap.newKeySet(), walls = ConcurrentHashMap.newKeySet();
    private Seen toldWalls = Seen.NOTHING, toldPhones = Seen.NOTHING;
    private int looks;

    Audience(ObjectMapper json) {
        this.json = json;
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
            Scene scene = now.get();
            one.emit(told("state", scene));
            if (wall) {
                one.emit(told("players", new Came(scene.players(), newest.get())));
            }
        }, BackPressureStrategy.BUFFER);
    }

    /** Tells what changed since it was told last. */
    void tell(Seen seen, Supplier<Scene> scene, Supplier<List<String>> newest) {
        if (seen.version() != toldWalls.version()) {
            Told state = told("state", scene.get());
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

    boolean isGone() {
        return walls.isEmpty() && phones.isEmpty();
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
