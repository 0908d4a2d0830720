package org.aixin.donation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.aixin.kernel.Sql;
import org.aixin.solvency.Fen;

import org.jspecify.annotations.Nullable;

/**
 * Goods or money that somebody gave.
 *
 * @param donor id of the donor, null for money that was written into a fund without one
 * @param name of the donor, null where it is not known
 * @param named whether the name may be shown in public
 * @param where name of the shop or unit that received it
 * @param shop id of the shop that received goods, null for money
 * @param fen the money, null for goods
 * @param event at which it was given
 * @param note for the staff alone
 * @param counts whether it is in a shop or a fund: neither waiting for a second person nor taken back
 */
record Donation(long id, @Nullable Long donor, @Nullable String name, boolean named, String where, @Nullable Long shop,
        @Nullable Long fen, LocalDate day, @Nullable String event, @Nullable String note, boolean counts) {
    /** All there is to know, of what was given with a donor; {@code d} is the donation, {@code o} the donor. */
    static final String SELECT = "SELECT d.id, d.donor_id, o.name, o.named, COALESCE(s.name, u.name), d.shop_id, f.fen, d.day, d.event,"
            + " d.note, COALESCE(f.id IS NOT NULL AND f.reversal IS NULL OR p.status = 'DONE', FALSE) FROM donation d"
            + " JOIN donor o ON o.id = d.donor_id JOIN unit u ON u.id = o.unit_id LEFT JOIN shop s ON s.id = d.shop_id"
            + " LEFT JOIN fund_entry f ON f.id = d.fund_entry LEFT JOIN slip p ON p.donation_id = d.id ";

    static Donation read(ResultSet row) throws SQLException {
        return new Donation(row.getLong(1), Sql.id(row, 2), row.getString(3), row.getBoolean(4), row.getString(5),
                Sql.id(row, 6), Sql.id(row, 7), row.getObject(8, LocalDate.class), row.getString(9), row.getString(10),
                row.getBoolean(11));
    }

    /** The donor's name where everybody may read it, null where they are a kind person without a name. */
    public @Nullable String publicName() {
        return named ? name : null;
    }

    public boolean isMoney() {
        return fen != null;
    }

    /** 1,000.00. */
    public String yuan() {
        return fen == null ? "" : Fen.yuan(fen);
    }
}
