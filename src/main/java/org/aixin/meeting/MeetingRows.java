package org.aixin.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Unit;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Meetings as the database keeps them. */
@ApplicationScoped
class MeetingRows {
    /** A claim's row. */
    record Row(long claim, int number, @Nullable Integer inFavour, @Nullable Integer against, @Nullable Outcome outcome,
            @Nullable String reason) {
    }

    private final Sql sql;

    MeetingRows(Sql sql) {
        this.sql = sql;
    }

    void add(long id, Unit unit, LocalDate day, String place, long chair, Instant at) {
        sql.update("INSERT INTO meeting (id, unit, path, unit_name, day, place, chair, opened_at) VALUES (?,?,?,?,?,?,?,?)", id,
                unit.id(), unit.path(), unit.name(), day, place, chair, at);
    }

    void seat(long meeting, List<Long> members) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Long member : members) {
            rows.add(new Object[]{meeting, member, rows.size() + 1, true});
        }
        sql.insert("INSERT INTO meeting_seat (meeting, member, number, present) VALUES", rows);
    }

    /** Brings a claim before the meeting; refused 409 {@code claim_in_meeting} where another has it. */
    void bring(long meeting, long claim, int number) {
        sql.updateOr(Problem.conflict("claim_in_meeting"),
                "INSERT INTO meeting_claim (meeting, claim, number, standing) VALUES (?, ?, ?, TRUE)", meeting, claim, number);
    }

    /** Those of these claims that an open meeting has before it. */
    Set<Long> taken(Collection<Long> claims) {
        return claims.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        sql.rows("SELECT claim FROM meeting_claim WHERE standing AND claim IN (" + Sql.marks(claims.size()) + ")",
                                row -> row.getLong(1), claims));
    }

    Meeting meeting(long id) {
        return sql.first(Meeting.SELECT + "WHERE g.id = ?", Meeting::read, id).orElseThrow(Problem::notFound);
    }

    /** The meeting, locked until the transaction ends. */
    Meeting lock(long id) {
        sql.rows("SELECT id FROM meeting WHERE id = ? FOR UPDATE", row -> row.getLong(1), id);
        return meeting(id);
    }

    List<Meeting> newest(List<String> paths, long before, int limit) {
        List<Object> values = new ArrayList<>(List.of(before));
        values.add(paths);
        values.add(limit);
        return sql.rows(Meeting.SELECT + "WHERE g.id < ? AND ("
                + String.join(" OR ", paths.stream().map(path -> "g.path LIKE ?").toList()) + ") ORDER BY g.id DESC LIMIT ?",
                Meeting::read, values.toArray());
    }

    /** Meetings whose closing was begun and not ended by then. */
    List<Long> halfClosed(Instant before, Instant now) {
        return sql.rows("SELECT id FROM meeting WHERE closed_at IS NULL AND (closing_at < ? OR closing_at > ?) ORDER BY id",
                row -> row.getLong(1), before, now);
    }

    /** Whether each of the group is there, in the order of the group. */
    Map<Long, Boolean> seats(long meeting) {
        return sql.rows("SELECT member, present FROM meeting_seat WHERE meeting = ? ORDER BY number",
                row -> Map.entry(row.getLong(1), row.getBoolean(2)), meeting).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, java.util.LinkedHashMap::new));
    }

    List<Row> claims(long meeting) {
        return sql.rows("SELECT claim, number, in_favour, against, outcome, reason FROM meeting_claim WHERE meeting = ?"
                + " ORDER BY number", row -> {
                    String outcome = row.getString(5);
                    return new Row(row.getLong(1), row.getInt(2), row.getObject(3, Integer.class),
                            row.getObject(4, Integer.class), outcome == null ? null : Outcome.valueOf(outcome),
                            row.getString(6));
                }, meeting);
    }

    /** Who recuses themselves from which claim. */
    Map<Long, Set<Long>> recusals(long meeting) {
        return sql.rows("SELECT claim, member FROM meeting_recusal WHERE meeting = ?",
                row -> Map.entry(row.getLong(1), row.getLong(2)), meeting).stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    void present(long meeting, Set<Long> members) {
        seats(meeting).keySet()
                .forEach(member -> sql.update("UPDATE meeting_seat SET present = ? WHERE meeting = ? AND member = ?",
                        members.contains(member), meeting, member));
    }

    /** Keeps the votes on a claim in place of earlier ones; refused 422 {@code claim_not_here}. */
    void vote(long meeting, Votes votes) {
        int found = sql.update("UPDATE meeting_claim SET in_favour = ?, against = ? WHERE meeting = ? AND claim = ?",
                votes.inFavour(), votes.against(), meeting, votes.claim());
        if (found == 0) {
            throw Problem.invalid("claim_not_here", "rows");
        }
        sql.update("DELETE FROM meeting_recusal WHERE meeting = ? AND claim = ?", meeting, votes.claim());
        sql.insert("INSERT INTO meeting_recusal (meeting, claim, member) VALUES", votes.recused().stream().distinct()
                .map(member -> new @Nullable Object[]{meeting, votes.claim(), member}).toList());
    }

    void closing(long meeting, Instant at) {
        sql.update("UPDATE meeting SET closing_at = ? WHERE id = ? AND closing_at IS NULL", at, meeting);
    }

    /** What became of a claim so far, its row locked until the transaction ends. */
    Optional<String> lockOutcome(long meeting, long claim) {
        return sql.rows("SELECT outcome FROM meeting_claim WHERE meeting = ? AND claim = ? FOR UPDATE",
                row -> Optional.ofNullable(row.getString(1)), meeting, claim).get(0);
    }

    void settle(long meeting, long claim, Outcome outcome, @Nullable String reason) {
        sql.update("UPDATE meeting_claim SET outcome = ?, reason = ?, standing = NULL WHERE meeting = ? AND claim = ?"
                + " AND outcome IS NULL", outcome.name(), reason, meeting, claim);
    }

    void closed(long meeting, Instant at) {
        sql.update("UPDATE meeting SET closed_at = ? WHERE id = ? AND closed_at IS NULL", at, meeting);
    }
}
