package org.aixin.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;

import org.aixin.kernel.Problem;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A quiz: how many questions are drawn from which bank, how long one has, and how often one may try. */
@Entity
@DynamicUpdate
class Quiz {
    /** Who sets the pace. */
    enum Mode {
        /** Each for themselves, on the phone, at any time while it is open. */
        SELF,
        /** All together, led by an organizer. */
        LIVE
    }

    @Id
    long id;
    @Column
    String title;
    @Column
    long bank;
    /** Draws from this topic alone. */
    @Column
    @Nullable
    String topic;
    /** Of the unit whose residents may take part. */
    @Column
    String path;
    @Column
    @Enumerated(EnumType.STRING)
    Mode mode;
    @Column
    int draw;
    @Column
    int secondsPerQuestion;
    /** Null: as often as one likes. */
    @Column
    @Nullable
    Integer triesPerDay;
    /** Right answers from which an attempt that is begun now counts as passed. */
    @Column
    @Nullable
    Integer pass;
    @Column
    boolean opened;
    /** Null: at once. */
    @Column
    @Nullable
    Instant opensAt;
    /** Null: once somebody closes it. */
    @Column
    @Nullable
    Instant closesAt;
    @Column
    Instant createdAt;
    /** Null topics mean any; none at all: so many as it draws from the bank, or from its topic. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "quiz_part", joinColumns = @JoinColumn(name = "quiz"))
    @OrderColumn(name = "position")
    @BatchSize(size = 100)
    List<Part> parts = new ArrayList<>();

    /** Whether it can be taken. */
    enum Phase {
        SOON, OPEN, OVER
    }

    /** Whether it can be taken at this moment. */
    Phase phaseAt(Instant now) {
        if (!opened || closesAt != null && !now.isBefore(closesAt)) {
            return Phase.OVER;
        }
        return opensAt != null && now.isBefore(opensAt) ? Phase.SOON : Phase.OPEN;
    }

    /** Refuses 409 {@code quiz_not_yet_open} or {@code quiz_closed} where it cannot be taken at this moment. */
    void mustBeOpenAt(Instant now) {
        switch (phaseAt(now)) {
            case SOON -> throw Problem.conflict("quiz_not_yet_open").with("opensAt", String.valueOf(opensAt));
            case OVER -> throw Problem.conflict("quiz_closed");
            case OPEN -> {
            }
        }
    }

    /** What it draws, in this order. */
    List<Part> drawnParts() {
        return parts.isEmpty() ? List.of(Part.of(topic, draw)) : parts;
    }

    /** How long one has for all questions together. */
    Duration time() {
        return Duration.ofSeconds((long) draw * secondsPerQuestion);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Quiz, Long> {
        /** The quizzes at one's own pace of a resident's unit and of those above it that did not close before, newest first. */
        List<Quiz> openFor(String path, Instant closedBefore, long before, int limit) {
            return find("opened = true and mode = SELF and (closesAt is null or closesAt > ?1) and ?2 like concat(path, '%')"
                    + " and id < ?3 order by id desc", closedBefore, path, before).page(0, limit).list();
        }

        /** The quizzes of the reached units, newest first. */
        List<Quiz> within(Reach reach, long before, int limit) {
            return find("id < :before and " + reach.within("path") + " order by id desc", reach.with("before", before))
                    .page(0, limit).list();
        }
    }
}
