package org.aixin.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a feature knows that an auditor should look at, because one person alone could turn it into points or goods: implemented as a
 * bean beside the table that it reads, gathered by the auditor's page.
 */
public interface Noteworthy {
    /**
     * One thing to look at.
     *
     * @param id by which the list is ordered and paged
     * @param member whom it is about
     * @param actor who did it, null where nobody did
     * @param sentence what happened, in the reader's language, without the names of the two
     */
    record Noted(long id, Instant at, long member, @Nullable Long actor, String sentence) {
    }

    /** The name that programs know these things by, in snake_case; unique. */
    String kind();

    /** What their list is called. */
    String title(Locale language);

    /**
     * What is asked for.
     *
     * @param reach within which it happened
     * @param from the smallest id that counts; ids are ordered by time
     * @param until the first id that counts no more
     * @param before where the page before this one ended; {@link Long#MAX_VALUE} for the first
     * @param most how many
     */
    record Asked(Reach reach, long from, long until, long before, int most, Locale language) {
        /** The first id that is not on this page: for lists whose things stand alone. */
        public long end() {
            return Math.min(until, before);
        }
    }

    /** Those that were asked for, the latest first. */
    List<Noted> noted(Asked asked);
}
