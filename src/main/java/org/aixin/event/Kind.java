package org.aixin.event;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** What can belong to an event. */
enum Kind {
    /** 自主答题: a quiz that each answers alone. */
    QUIZ,
    /** 现场竞答: a live round. */
    ROUND,
    /** 演练. */
    DRILL,
    /** 讲座. */
    TALK,
    /** 超市进村: days on which a shop is there. */
    VISIT,
    /** 奖品: what people take home without points. */
    PRIZE,
    /** 宣传册. */
    BOOKLET;

    /** The kind with this name in any case; refused 422 {@code event_part_unknown}. */
    static Kind named(@Nullable String name) {
        return find(name).orElseThrow(() -> Problem.invalid("event_part_unknown", "kind"));
    }

    static Optional<Kind> find(@Nullable String name) {
        return Stream.of(values()).filter(kind -> kind.name().equalsIgnoreCase(name == null ? "" : name.strip())).findFirst();
    }

    /** What the awards that are earned in one of them name as their gathering. */
    String gathering(long part) {
        return code() + ":" + part;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
