package org.aixin.quiz;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.jspecify.annotations.Nullable;

/** A quiz: how many questions are drawn from which bank, how long one has, and how often one may try. */
@Entity
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
    /** Right answers from which it counts as passed. */
    @Column
    @Nullable
    Integer pass;
    @Column
    boolean opened;
    @Column
    Instant createdAt;

    /** How long one has for all questions together. */
    Duration time() {
        return Duration.ofSeconds((long) draw * secondsPerQuestion);
    }

    /** Whether so many right answers pass; never where nothing is asked for. */
    boolean isPassedWith(int correct) {
        return pass != null && correct >= pass;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Quiz, Long> {
        /** The open quizzes at one's own pace of a resident's unit and of those above it, newest first. */
        List<Quiz> openFor(String path, long before, int limit) {
            return find("opened = true and mode = SELF and ?1 like concat(path, '%') and id < ?2 order by id desc", path, before)
                    .page(0, limit).list();
        }

        /** The quizzes of the reached units, newest first. */
        List<Quiz> within(Reach reach, long before, int limit) {
            return find("id < :before and " + reach.within("path") + " order by id desc", reach.with("before", before))
                    .page(0, limit).list();
        }
    }
}
