package org.aixin.solvency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * Money that came into a unit's fund or went out of it.
 *
 * @param words the donor, or what the money was spent on
 * @param fen 1 to {@link Fen#MOST}
 * @param day on which it was given or spent
 * @param by who wrote it down
 * @param reversedAt when it was taken back, null where it stands
 * @param reason why it was
 */
record FundEntry(long id, long unit, String path, Kind kind, String words, long fen, LocalDate day, long transfer, Instant at,
        String by, @Nullable Instant reversedAt, @Nullable String reason) {
    /** Which way the money went. */
    enum Kind {
        /** 捐赠: into the fund. */
        DONATION,
        /** 支出: out of it, for goods. */
        EXPENSE
    }

    static final String SELECT = "SELECT f.id, f.unit, u.path, f.kind, f.words, f.fen, f.day, f.transfer, f.at, m.name, f.reversed_at,"
            + " f.reason FROM fund_entry f JOIN unit u ON u.id = f.unit JOIN member m ON m.id = f.actor ";

    static FundEntry read(ResultSet row) throws SQLException {
        return new FundEntry(row.getLong(1), row.getLong(2), row.getString(3), Kind.valueOf(row.getString(4)), row.getString(5),
                row.getLong(6), row.getObject(7, LocalDate.class), row.getLong(8), row.getTimestamp(9).toInstant(),
                row.getString(10), Sql.instant(row, 11), row.getString(12));
    }

    /** Whether it counts. */
    public boolean isStanding() {
        return reversedAt == null;
    }

    /** ＋1,000.00 for a gift, －50.00 for spending. */
    public String getYuan() {
        return (kind == Kind.DONATION ? "＋" : "－") + Fen.yuan(fen);
    }
}
