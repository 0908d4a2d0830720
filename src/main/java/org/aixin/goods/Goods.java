package org.aixin.goods;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that shops hand over, such as a bag of rice.
 *
 * @param code what programs call it; unique
 * @param unit what one of it is called (袋, 瓶)
 * @param points what one of it costs; a suggestion as long as it is only proposed
 * @param monthlyLimit how many a member may take in a calendar month, null for any number
 * @param number of its label on the shelf; unique
 * @param ean the maker's EAN-13, null where none is known; unique
 * @param photo a mark of the photo that changes with it, null where there is none
 * @param pauseReason why it is not on offer, null where nobody said
 */
public record Goods(long id, String code, String name, String unit, int points, @Nullable Integer monthlyLimit, Status status,
        long number, @Nullable String ean, @Nullable String photo, @Nullable String pauseReason) {
    /** The most that one thing can cost, in points. */
    public static final int DEAREST = 1_000_000;
    /** The largest monthly limit. */
    public static final int MOST_A_MONTH = 1_000;

    /** Where a kind of goods stands. */
    public enum Status {
        /** Named by a clerk, without effect until an administrator prices it. */
        PROPOSED,
        /** On offer. */
        ACTIVE,
        /** Not on offer now; what is reserved can still be collected. */
        PAUSED
    }

    /** Whether people can take it now. */
    public boolean isOffered() {
        return status == Status.ACTIVE;
    }

    /** The name without the size behind it: 大米 of 大米 5 公斤. */
    public String shortName() {
        return name.split("\\s", 2)[0];
    }

    /** 409 {@code out_of_stock}, which names these goods. */
    public Problem outOfStock() {
        return Problem.conflict("out_of_stock", name).with("goods", code);
    }

    /** What stands on its label on the shelf, as digits: an EAN-13 of the range that is left to shops. */
    public String label() {
        return Ean.label(Ean.SHELF, number);
    }

    /** The columns that {@link #read} reads, of the table {@code goods} under the name {@code g}. */
    public static final String COLUMNS = "g.id, g.code, g.name, g.unit, g.points, g.monthly_limit, g.status, g.number, g.ean,"
            + " g.photo, g.pause_reason";
    /** How many columns these are. */
    public static final int WIDTH = 11;

    /** Reads a row whose first columns are {@link #COLUMNS}. */
    public static Goods read(ResultSet row) throws SQLException {
        Long limit = Sql.id(row, 6);
        return new Goods(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5),
                limit == null ? null : limit.intValue(), Status.valueOf(row.getString(7)), row.getLong(8), row.getString(9),
                row.getString(10), row.getString(11));
    }
}
