package org.aixin.notice;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.aixin.identity.Member;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Source;

import org.jspecify.annotations.Nullable;

/**
 * A row as it was posted, and where it stands.
 *
 * @param name masked, and told apart from others of the same notice by the place
 * @param hold what holds the points in the ledger, null where there are none
 * @param hours what holds the minutes of service, null where there are none
 */
public record NoticeRow(long id, long notice, int number, long member, String name, String place, int points, int minutes,
        String reason, @Nullable Long hold, @Nullable Long hours, Source source, long approvedBy, RowState state) {
    /** Whether it is a child's, who is not named. */
    public boolean isUnnamed() {
        return name.equals(Member.UNNAMED);
    }

    static final String SELECT = "SELECT r.id, r.notice, r.number, r.member, r.name, r.place, r.points, r.minutes, r.reason,"
            + " r.hold, r.hours, r.source_kind, r.source_reference, r.approved_by,"
            + " COALESCE(o.outcome, CASE WHEN w.objection IS NULL THEN 'PENDING' ELSE 'OBJECTED' END) FROM notice_row r"
            + " LEFT JOIN notice_outcome o ON o.row_id = r.id LEFT JOIN notice_waiting w ON w.row_id = r.id ";

    static NoticeRow read(ResultSet row) throws SQLException {
        return new NoticeRow(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getString(5), row.getString(6),
                row.getInt(7), row.getInt(8), row.getString(9), Sql.id(row, 10), Sql.id(row, 11),
                new Source(row.getString(12), row.getString(13)), row.getLong(14), RowState.valueOf(row.getString(15)));
    }

    NoticeRow named(String told) {
        return new NoticeRow(id, notice, number, member, told, place, points, minutes, reason, hold, hours, source, approvedBy,
                state);
    }
}
