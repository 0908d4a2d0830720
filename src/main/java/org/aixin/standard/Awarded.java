package org.aixin.standard;

import java.util.Locale;

/**
 * What a deed earned.
 *
 * @param id of the award
 * @param points that were given, zero where a cap was reached before; below zero where a rule took them
 * @param shortfall points to be taken that were not there; later ones settle it first
 * @param minutes of service that were counted
 */
public record Awarded(long id, int points, int shortfall, int minutes, Outcome outcome) {
    /** How it went. */
    public enum Outcome {
        /** All of it was given. */
        CREDITED,
        /** A cap cut it. */
        CAPPED;

        /** As the interface says it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
