package org.aixin.standard;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/**
 * An award that somebody proposed and another person decides: a deduction, or one by a rule that is reviewed. Confirmed, it is an award
 * with the same id.
 *
 * @param title of its rule, as that version has it
 * @param points that it is worth before any cap, below zero for a deduction
 * @param day on which the deed was done
 * @param actor who proposed it
 * @param note the reason given
 * @param path of the unit the member belonged to
 * @param lastDay on which the member may answer, null where points are given
 * @param answer the member's own words
 * @param confirmed null until it is decided
 * @param gathering in which it was done, null for none
 * @param decidedBy the proposer themselves where they withdrew it
 */
public record Proposal(long id, long member, String rule, int version, String title, String reference, BigDecimal quantity,
        int points, LocalDate day, Instant occurredAt, Instant at, long actor, @Nullable String note, String path,
        @Nullable String gathering, @Nullable LocalDate lastDay, @Nullable String answer, @Nullable Instant answeredAt,
        @Nullable Boolean confirmed,
        @Nullable Long decidedBy, @Nullable Instant decidedAt, @Nullable String reply) {
    static final String SELECT = "SELECT p.id, p.member, p.rule, p.version, v.title, p.reference, p.quantity, p.points, p.day,"
            + " p.occurred_at, p.at, p.actor, p.note, p.path, p.last_day, p.answer, p.answered_at, p.confirmed, p.decided_by,"
            + " p.decided_at, p.reply, p.gathering FROM proposal p JOIN standard_version v ON v.rule = p.rule AND v.version = p.version ";

    /** Where it stands. */
    public enum Status {
        /** Waits for the decision. */
        OPEN,
        /** Given, or taken. */
        CONFIRMED,
        /** Not given, not taken. */
        DROPPED,
        /** Taken back by who proposed it. */
        WITHDRAWN;

        /** As the interface says it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Proposal read(ResultSet row) throws SQLException {
        boolean confirmed = row.getBoolean(18);
        boolean open = row.wasNull();
        return new Proposal(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4), row.getString(5), row.getString(6),
                row.getBigDecimal(7), row.getInt(8), row.getObject(9, LocalDate.class),
                Objects.requireNonNull(Sql.instant(row, 10)), Objects.requireNonNull(Sql.instant(row, 11)), row.getLong(12),
                row.getString(13), row.getString(14), row.getString(22), row.getObject(15, LocalDate.class), row.getString(16),
                Sql.instant(row, 17), open ? null : confirmed, Sql.id(row, 19), Sql.instant(row, 20), row.getString(21));
    }

    /** Where it stands. */
    public Status status() {
        if (confirmed == null) {
            return Status.OPEN;
        }
        return confirmed ? Status.CONFIRMED : Objects.equals(decidedBy, actor) ? Status.WITHDRAWN : Status.DROPPED;
    }

    /** Whether nobody has decided. */
    public boolean isOpen() {
        return confirmed == null;
    }

    /** Whether it takes points. */
    public boolean isDeduction() {
        return points < 0;
    }

    /** Whether the member can still answer today. */
    public boolean mayBeAnswered(LocalDate today) {
        return isOpen() && answer == null && lastDay != null && !today.isAfter(lastDay);
    }

    /** Whether it can be decided today: a deduction once it was answered or the last day is over. */
    public boolean mayBeDecided(LocalDate today) {
        return isOpen() && !mayBeAnswered(today);
    }

    /** The quantity without idle zeros. */
    public String amount() {
        return Rule.plain(quantity).toString();
    }
}
