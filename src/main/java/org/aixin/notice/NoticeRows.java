package org.aixin.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Unit;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Notices and their rows as the database keeps them. */
@ApplicationScoped
class NoticeRows {
    private final Sql sql;

    NoticeRows(Sql sql) {
        this.sql = sql;
    }

    /** The notice of this unit and day with room made for one row more; locked until the transaction ends. */
    Notice open(Unit unit, String kind, String title, LocalDate day, Instant closesAt) {
        sql.update("INSERT INTO notice (id, unit, path, kind, title, day, closes_at, size) VALUES (?, ?, ?, ?, ?, ?, ?, 1)"
                + " ON DUPLICATE KEY UPDATE size = size + 1", Ids.next(), unit.id(), unit.path(), kind, title, day, closesAt);
        return sql.first(Notice.SELECT + "WHERE unit = ? AND kind = ? AND day = ?", Notice::read, unit.id(), kind, day)
                .orElseThrow();
    }

    void add(NoticeRow row, Instant at, Instant closesAt, Instant lapsesAt) {
        sql.update("INSERT INTO notice_row (id, notice, number, member, name, place, points, minutes, reason, hold, hours,"
                + " source_kind, source_reference, approved_by, at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", row.id(),
                row.notice(), row.number(), row.member(), row.name(), row.place(), row.points(), row.minutes(), row.reason(),
                row.hold(), row.hours(), row.source().kind(), row.source().reference(), row.approvedBy(), at);
        sql.update("INSERT INTO notice_waiting (row_id, closes_at, lapses_at) VALUES (?, ?, ?)", row.id(), closesAt, lapsesAt);
    }

    /** Notices newest first, older than the given id. */
    List<Notice> newest(long before, int limit) {
        return sql.rows(Notice.SELECT + "WHERE id < ? ORDER BY id DESC LIMIT ?", Notice::read, before, limit);
    }

    Notice notice(long id) {
        return sql.first(Notice.SELECT + "WHERE id = ?", Notice::read, id).orElseThrow(Problem::notFound);
    }

    List<NoticeRow> rows(long notice, long after, int limit) {
        return sql.rows(NoticeRow.SELECT + "WHERE r.notice = ? AND r.number > ? ORDER BY r.number LIMIT ?", NoticeRow::read,
                notice, after, limit);
    }

    Optional<NoticeRow> numbered(long notice, int number) {
        return sql.first(NoticeRow.SELECT + "WHERE r.notice = ? AND r.number = ?", NoticeRow::read, notice, number);
    }

    NoticeRow row(long id) {
        return sql.first(NoticeRow.SELECT + "WHERE r.id = ?", NoticeRow::read, id).orElseThrow(Problem::notFound);
    }

    Map<Long, RowState> states(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.rows(NoticeRow.SELECT + "WHERE r.id IN (" + Sql.marks(ids.size()) + ")", NoticeRow::read, ids).stream()
                        .collect(Collectors.toMap(NoticeRow::id, NoticeRow::state));
    }

    List<Names.Who> people(long notice) {
        return sql.rows("SELECT member, name, place FROM notice_row WHERE notice = ? ORDER BY number",
                row -> new Names.Who(row.getLong(1), row.getString(2), row.getString(3)), notice);
    }

    void alsoApproved(long row, Collection<Long> members) {
        sql.insert("INSERT INTO notice_approver (row_id, member) VALUES",
                members.stream().distinct().map(member -> new @Nullable Object[]{row, member}).toList());
    }

    /** Whether this person had a part in approving the row. */
    boolean isApprovedBy(NoticeRow row, long person) {
        return row.approvedBy() == person
                || sql.first("SELECT 1 FROM notice_approver WHERE row_id = ? AND member = ?", one -> 1, row.id(), person)
                        .isPresent();
    }

    /** The rows credited from one instant until before another. */
    List<Long> credited(Instant from, Instant to) {
        return sql.rows("SELECT row_id FROM notice_outcome WHERE outcome = 'CREDITED' AND at >= ? AND at < ?",
                row -> row.getLong(1), from, to);
    }

    /** What the ledger holds for the rows of a notice. */
    List<Long> holds(long notice) {
        return sql.rows("SELECT hold FROM notice_row WHERE notice = ? AND hold IS NOT NULL UNION ALL"
                + " SELECT hours FROM notice_row WHERE notice = ? AND hours IS NOT NULL", row -> row.getLong(1), notice, notice);
    }

    /** Rows whose time has come: closed with no objection open, or past what the ledger waits for. */
    List<Long> due(Instant now, long after, int limit) {
        return sql.rows("SELECT row_id FROM notice_waiting WHERE row_id > ? AND closes_at <= ?"
                + " AND (objection IS NULL OR lapses_at < ?) ORDER BY row_id LIMIT ?", row -> row.getLong(1), after, now, now,
                limit);
    }

    /** Takes a row whose time has come out of those that wait; false where another node was first or somebody objected. */
    boolean take(long row, Instant now) {
        return sql.update("DELETE FROM notice_waiting WHERE row_id = ? AND closes_at <= ?"
                + " AND (objection IS NULL OR lapses_at < ?)", row, now, now) == 1;
    }

    /** Whether nobody else objects to the row, which now waits for this objection. */
    boolean object(long row, long objection, Instant now) {
        return sql.update("UPDATE notice_waiting SET objection = ? WHERE row_id = ? AND objection IS NULL AND closes_at > ?",
                objection, row, now) == 1;
    }

    /** Takes a row out of those that wait, because of this objection; false where it has lapsed. */
    boolean takeBack(long row, long objection) {
        return sql.update("DELETE FROM notice_waiting WHERE row_id = ? AND objection = ?", row, objection) == 1;
    }

    /** Lets a row go its way again after this objection. */
    void release(long row, long objection) {
        sql.update("UPDATE notice_waiting SET objection = NULL WHERE row_id = ? AND objection = ?", row, objection);
    }

    void settled(long row, RowState outcome, Instant at) {
        sql.update("INSERT INTO notice_outcome (row_id, outcome, at) VALUES (?, ?, ?)", row, outcome.name(), at);
    }

    /** The answered objections to rows of a notice, oldest first. */
    List<Objection> answered(long notice) {
        return sql.rows(Objection.SELECT + "WHERE r.notice = ? AND j.upheld IS NOT NULL ORDER BY j.id", Objection::read, notice);
    }

    @Nullable
    Objection objection(long id) {
        return sql.first(Objection.SELECT + "WHERE j.id = ?", Objection::read, id).orElse(null);
    }
}
