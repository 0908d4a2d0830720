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
 * A deed as it was awarded, or one that was deducted.
 *
 * @param version of its rule
 * @param title of its rule, as that version has it
 * @param points below zero where they were taken
 * @param shortfall of points to be taken that were not there; later ones settle it first
 * @param cappedBy span and scope of the cap that cut it, such as {@code MONTH_VILLAGE}, or {@code PURSE}; null where none did or nobody kept it
 * @param row of the notice on which it waits or waited; its transfers are holds then
 * @param household of the member at the time, null for none
 * @param transfer that moved or holds the points, null where there were none
 * @param hours the transfer that moved or holds the minutes of service, null where there were none
 * @param path of the unit the member belonged to
 * @param day on which the deed was done, where the village is
 * @param gathering in which it was done, null for none
 * @param reversedAt when it was taken back, null where it stands
 * @param reason why it was taken back, null where it was withdrawn from a notice
 */
public record Award(long id, long member, String rule, int version, String title, String reference, BigDecimal quantity,
        int points, int shortfall, int minutes, boolean capped, @Nullable Long transfer, @Nullable Long hours, LocalDate day,
        Instant occurredAt,
        Instant recordedAt, long actor, @Nullable String note, String path,
        @Nullable Long household, @Nullable String cappedBy, @Nullable Long row, @Nullable String gathering,
        @Nullable Instant reversedAt,
        @Nullable String reason) {
    static final String SELECT = "SELECT a.id, a.member, a.rule, a.version, v.title, a.reference, a.quantity, a.points,"
            + " a.shortfall, a.minutes, a.capped, a.transfer, a.hours, a.day, a.occurred_at, a.recorded_at, a.actor, a.note,"
            + " a.path, a.household, a.capped_by, a.notice_row, a.gathering, b.at, b.reason FROM award a"
            + " JOIN standard_version v ON v.rule = a.rule AND v.version = a.version LEFT JOIN award_reversal b ON b.award = a.id ";

    static Award read(ResultSet row) throws SQLException {
        return new Award(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4), row.getString(5),
                row.getString(6), row.getBigDecimal(7), row.getInt(8), row.getInt(9), row.getInt(10), row.getBoolean(11),
                Sql.id(row, 12), Sql.id(row, 13), row.getObject(14, LocalDate.class),
                Objects.requireNonNull(Sql.instant(row, 15)), Objects.requireNonNull(Sql.instant(row, 16)), row.getLong(17),
                row.getString(18), row.getString(19), Sql.id(row, 20), row.getString(21), Sql.id(row, 22),
                row.getString(23), Sql.instant(row, 24), row.getString(25));
    }

    /** Whether it was taken back. */
    public boolean isReversed() {
        return reversedAt != null;
    }

    /** Whether a village's budget cut it. */
    public boolean isOverBudget() {
        return cappedBy != null && cappedBy.endsWith(Cap.Scope.VILLAGE.name());
    }

    /** Whether the purse of its gathering cut it. */
    public boolean isOverPurse() {
        return Purses.CAPPED_BY.equals(cappedBy);
    }

    /** The quantity without idle zeros. */
    public String amount() {
        return Rule.plain(quantity).toString();
    }
}
