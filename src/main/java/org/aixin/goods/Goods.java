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
 * @param ean the maker's EAN-13, null where none is known; unique among the goods of an owner
 * @param photo a mark of the photo that changes with it, null where there is none
 * @param pauseReason why it is not on offer, null where nobody said
 * @param owner the unit it belongs to: shops of that unit and below it offer it
 * @param least the lowest price that a unit below the owner can set, null where the owner's holds for all
 * @param most the highest such price, null together with {@code least}
 */
public record Goods(long id, String code, String name, String unit, int points, @Nullable Integer monthlyLimit, Status status,
        long number, @Nullable String ean, @Nullable String photo, @Nullable String pauseReason, long owner,
        @Nullable Integer least, @Nullable Integer most) {
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

    /** Whether a shop can offer it: it belongs to the shop's unit or to one above. */
    public boolean isFor(Shop shop) {
        return shop.path().contains("/" + owner + "/");
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

    private static final String ALL = "g.id, g.code, g.name, g.unit, %s, g.monthly_limit, %s, g.number, g.ean, g.photo, %s,"
            + " g.unit_id, g.least, g.most";
    private static final String OF_HERE = " FROM goods_price p WHERE p.goods_id = g.id AND LOCATE(CONCAT('/', p.unit_id, '/'), %s) > 0";
    /** The columns that {@link #read} reads, of the table {@code goods} under the name {@code g}, as the owner has them. */
    public static final String COLUMNS = ALL.formatted("g.points", "g.status", "g.pause_reason");
    /** How many columns these are. */
    public static final int WIDTH = 14;

    /** The same columns as they are at a unit, whose path the SQL names: with the price and the pauses that hold there. */
    static String columnsAt(String path) {
        String pause = OF_HERE.formatted(path) + " AND p.paused";
        return ALL.formatted(priceAt(path),
                "CASE WHEN g.status = 'ACTIVE' AND EXISTS (SELECT 1" + pause + ") THEN 'PAUSED' ELSE g.status END",
                "COALESCE(g.pause_reason, (SELECT MAX(p.pause_reason)" + pause + "))");
    }

    /** What one of {@code g} costs at a unit, whose path the SQL names: by the nearest price above it, within what the owner allows. */
    public static String priceAt(String path) {
        return "COALESCE((SELECT LEAST(GREATEST(p.points, g.least), g.most)" + OF_HERE.formatted(path)
                + " AND p.points IS NOT NULL AND g.least IS NOT NULL ORDER BY LOCATE(CONCAT('/', p.unit_id, '/'), " + path
                + ") DESC LIMIT 1), g.points)";
    }

    /** Which {@code g} are of a unit, whose path the SQL names, or of one above it: what its shops can offer. */
    static String offeredAt(String path) {
        return nearness(path) + " > 0";
    }

    /** How near the owner of {@code g} is to a unit, whose path the SQL names. */
    static String nearness(String path) {
        return "LOCATE(CONCAT('/', g.unit_id, '/'), " + path + ")";
    }

    /** Reads a row whose first columns are {@link #COLUMNS}. */
    public static Goods read(ResultSet row) throws SQLException {
        return new Goods(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5), number(row, 6),
                Status.valueOf(row.getString(7)), row.getLong(8), row.getString(9), row.getString(10), row.getString(11),
                row.getLong(12), number(row, 13), number(row, 14));
    }

    private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        Long number = Sql.id(row, column);
        return number == null ? null : number.intValue();
    }
}
