package org.aixin.quiz;

import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * What a quiz draws from its bank: so many questions on a topic and of a difficulty.
 *
 * @param topic null: any
 * @param easiest 1 to 5
 * @param hardest from the easiest to 5
 * @param questions 1 to 100
 */
@Embeddable
record Part(@Nullable String topic, int easiest, int hardest, int questions) {
    static final int EASIEST = 1, HARDEST = 5;

    /** So many of a topic, however difficult. */
    static Part of(@Nullable String topic, int questions) {
        return new Part(topic, EASIEST, HARDEST, questions);
    }

    boolean takes(Drawing.Candidate question) {
        return (topic == null || topic.equals(question.topic())) && question.difficulty() >= easiest
                && question.difficulty() <= hardest;
    }
}
