package org.aixin.standard;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a deed earned.
 *
 * @param id of the award
 * @param points that were given, zero where a cap was reached before, below zero where a rule took them; where it is pending, what it
 *        would be worth
 * @param shortfall points to be taken that were not there; later ones settle it first
 * @param minutes of service that were counted
 * @param cappedBy span and scope of the cap that cut it, {@code PURSE} where the purse of its gathering did, null where none did
 */
public record Awarded(long id, int points, int shortfall, int minutes, Outcome outcome, @Nullable String cappedBy) {
    /** Whether the purse of its gathering cut it. */
    public boolean isOverPurse() {
        return Purses.CAPPED_BY.equals(cappedBy);
    }

    /** How it went. */
    public enum Outcome {
        /** All of it was given. */
        CREDITED,
        /** Another person decides. */
        PENDING,
        /** A cap or a budget cut it. */
        CAPPED;

        /** As the interface says it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Awarded of(Award award) {
        return new Awarded(award.id(), award.points(), award.shortfall(), award.minutes(),
                award.capped() ? Outcome.CAPPED : Outcome.CREDITED, award.cappedBy());
    }
}
