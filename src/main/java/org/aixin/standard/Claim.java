package org.aixin.standard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * What a resident says to have done.
 *
 * @param title of its rule
 * @param day on which it was done, where the village is
 * @param path of the unit the member belonged to
 * @param photos how many there are
 * @param approved null until it is reviewed
 * @param points that were approved, within the caps of its day
 * @param by who claimed it for the member, null where the member did
 * @param row of the notice on which it stands, null where it stands on none
 */
public record Claim(long id, long member, String rule, String title, BigDecimal quantity, LocalDate day, Instant occurredAt,
        String note, String path, Instant at, int photos, @Nullable Boolean approved, @Nullable Long reviewer,
        @Nullable Instant reviewedAt, @Nullable String reviewNote, int points, int minutes, @Nullable Long row,
        @Nullable Long by) {
    static final String SELECT = "SELECT id, member, rule, title, quantity, day, occurred_at, note, path, at, photos, approved,"
            + " reviewer, reviewed_at, review_note, points, minutes, row_id, made_by FROM claim ";

    static Claim read(ResultSet row) throws SQLException {
        boolean approved = row.getBoolean(12);
        return new Claim(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getBigDecimal(5),
                row.getObject(6, LocalDate.class), Objects.requireNonNull(Sql.instant(row, 7)), row.getString(8),
                row.getString(9), Objects.requireNonNull(Sql.instant(row, 10)), row.getInt(11),
                Sql.id(row, 13) == null ? null : approved, Sql.id(row, 13), Sql.instant(row, 14), row.getString(15),
                row.getInt(16), row.getInt(17), Sql.id(row, 18), Sql.id(row, 19));
    }

    /** Whether this person may add to it: the member, or who claimed it for them. */
    boolean isOf(long person) {
        return member == person || by != null && by == person;
    }

    /** It as this reviewer decided it. */
    Claim reviewed(boolean approve, long by, Instant when, @Nullable String said) {
        return new Claim(id, member, rule, title, quantity, day, occurredAt, note, path, at, photos, approve, by, when, said, 0,
                0, null, this.by);
    }

    /** The quantity without idle zeros. */
    public String amount() {
        return Rule.plain(quantity).toString();
    }
}
