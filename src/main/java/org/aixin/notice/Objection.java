package org.aixin.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has against a row.
 *
 * @param member who objects; never shown in public
 * @param upheld null until it is decided
 * @param reply stands on the notice
 */
public record Objection(long id, long row, int number, long notice, String path, long member, String reason, Instant at,
        @Nullable Boolean upheld, @Nullable String reply) {
    static final String SELECT = "SELECT j.id, j.row_id, r.number, r.notice, n.path, j.member, j.reason, j.at, j.upheld, j.reply"
            + " FROM objection j JOIN notice_row r ON r.id = j.row_id JOIN notice n ON n.id = r.notice ";

    static Objection read(ResultSet row) throws SQLException {
        boolean upheld = row.getBoolean(9);
        return new Objection(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getString(5), row.getLong(6),
                row.getString(7), Objects.requireNonNull(Sql.instant(row, 8)), row.getString(10) == null ? null : upheld,
                row.getString(10));
    }
}
