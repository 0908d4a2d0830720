package org.aixin.passbook;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.aixin.ledger.Source;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A line of a passbook as programs see it.
 *
 * @param day on which the deed was done, absent where that is the day of {@code at}
 * @param reverses the id of the line that this one corrects, absent for all others
 * @param reversedBy the id of what corrects this line, absent where nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownLine(String id, OffsetDateTime at, @Nullable LocalDate day, long points, long balance, String title, Source source,
        @Nullable String reverses, @Nullable String reversedBy) {
    static ShownLine of(Line line, ZoneId zone) {
        return new ShownLine(Long.toString(line.id()), line.at().atZone(zone).toOffsetDateTime(), line.day(), line.points(),
                line.balance(), line.title(), line.source(), id(line.corrects()), id(line.correctedBy()));
    }

    private static @Nullable String id(@Nullable Correction other) {
        return other == null ? null : Long.toString(other.id());
    }
}
