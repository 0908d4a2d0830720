package org.aixin.standard;

import java.util.Locale;

/**
 * What a deed earned.
 *
 * @param id of the award
 * @param points that were given, zero where the day's cap was reached before
 * @param minutes of service that were counted
 */
public record Awarded(long id, int points, int minutes, Outcome outcome) {
    /** How it went. */
    public enum Outcome {
        /** All of it was given. */
        CREDITED,
        /** The cap of the day cut it. */
        CAPPED;

        /** As the interface says it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
