package org.aixin.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.event.Contents.Booklet;
import org.aixin.event.Contents.Handed;
import org.aixin.event.Contents.Part;
import org.aixin.event.Contents.Photo;
import org.aixin.event.Contents.Prize;
import org.aixin.event.Contents.Talk;
import org.aixin.event.Contents.Visit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.standard.Purses;

import org.jspecify.annotations.Nullable;

/** Counts an event from the rows of what belongs to it; nothing of it is kept. Of a quiz count the days of the event alone. */
@ApplicationScoped
class Counting {
    private static final String ATTEMPTS = " JOIN event e ON e.id = x.event JOIN attempt a ON a.quiz = x.quiz"
            + " AND a.answered_at IS NOT NULL AND a.day BETWEEN e.first_day AND e.last_day ";
    private static final String PLAYERS = " JOIN live_player p ON p.round = x.round AND p.removed_at IS NULL ";
    private static final String VISITS = " JOIN orders o ON o.shop_id = x.shop AND o.status = 'COLLECTED'"
            + " AND o.collected_at >= x.from_at AND o.collected_at < x.till_at ";
    private static final String EVERYBODY = "(SELECT a.member FROM event_quiz x" + ATTEMPTS + "WHERE x.event = ?"
            + " UNION SELECT p.member FROM event_round x" + PLAYERS + "WHERE x.event = ? AND p.member IS NOT NULL"
            + " UNION SELECT m.member FROM event_drill x JOIN drill d ON d.id = x.drill AND d.cancelled_at IS NULL"
            + " JOIN drill_mark m ON m.drill = d.id WHERE x.event = ?"
            + " UNION SELECT o.member_id FROM event_visit x" + VISITS + "WHERE x.event = ?"
            + " UNION SELECT w.member FROM gathering g JOIN award w ON w.gathering = g.ref AND w.points >= 0"
            + " AND (g.first_day IS NULL OR w.day BETWEEN g.first_day AND g.last_day)"
            + " LEFT JOIN award_reversal r ON r.award = w.id WHERE g.purse = ? AND r.award IS NULL)";
    private static final String QUIZZES = "SELECT q.id, q.title, q.created_at,"
            + " (SELECT COUNT(DISTINCT a.member) FROM event_quiz x" + ATTEMPTS + "WHERE x.quiz = q.id), 0"
            + " FROM event_quiz eq JOIN quiz q ON q.id = eq.quiz WHERE eq.event = ? ORDER BY q.id";
    private static final String ROUNDS = "SELECT l.id, l.title, l.created_at,"
            + " (SELECT COUNT(*) FROM event_round x" + PLAYERS + "WHERE x.round = l.id AND p.member IS NOT NULL),"
            + " (SELECT COUNT(*) FROM event_round x" + PLAYERS + "WHERE x.round = l.id AND p.member IS NULL)"
            + " FROM event_round er JOIN live_round l ON l.id = er.round WHERE er.event = ? ORDER BY l.id";
    private static final String DRILLS = "SELECT d.id, d.title, d.starts_at,"
            + " (SELECT COUNT(*) FROM drill_mark m WHERE m.drill = d.id), 0"
            + " FROM event_drill ed JOIN drill d ON d.id = ed.drill WHERE ed.event = ? AND d.cancelled_at IS NULL ORDER BY d.starts_at, d.id";
    private final Sql sql;
    private final Purses purses;
    private final BusinessTime time;

    Counting(Sql sql, Purses purses, BusinessTime time) {
        this.sql = sql;
        this.purses = purses;
        this.time = time;
    }

    /** What belongs to it. */
    Contents contents(Event event) {
        Map<String, Long> given = purses.given(event.id());
        List<Part> parts = new ArrayList<>(parts(Kind.QUIZ, QUIZZES, event, given));
        parts.addAll(parts(Kind.ROUND, ROUNDS, event, given));
        parts.addAll(parts(Kind.DRILL, DRILLS, event, given));
        return new Contents(parts, talks(event, given), visits(event), prizes(event), booklets(event), photos(event),
                handed(event));
    }

    /** It in numbers. */
    Figures figures(Event event, Contents contents) {
        int[] people = sql.first("SELECT COUNT(*), COUNT(DISTINCT m.household) FROM " + EVERYBODY
                + " took JOIN member m ON m.id = took.member", row -> new int[]{row.getInt(1), row.getInt(2)}, event.id(),
                event.id(), event.id(), event.id(), event.id()).orElseThrow();
        return new Figures(people[0], contents.parts().stream().mapToLong(Part::guests).sum(), people[1],
                contents.talks().stream().mapToLong(Talk::listeners).sum(),
                contents.points(),
                contents.handed().stream().mapToLong(Handed::pieces).sum(),
                contents.prizes().stream().mapToLong(Prize::pieces).sum(),
                contents.prizes().stream().mapToLong(Prize::people).sum(),
                contents.booklets().stream().mapToLong(Booklet::copies).sum());
    }

    private List<Part> parts(Kind kind, String query, Event event, Map<String, Long> given) {
        return sql.rows(query, row -> {
            Instant at = Objects.requireNonNull(Sql.instant(row, 3));
            LocalDate day = kind == Kind.QUIZ ? event.firstDay() : time.day(at);
            return new Part(kind, row.getLong(1), row.getString(2), day, row.getInt(4), row.getInt(5),
                    points(given, kind, row.getLong(1)));
        }, event.id());
    }

    private static long points(Map<String, Long> given, Kind kind, long part) {
        return given.getOrDefault(kind.gathering(part), 0L);
    }

    private List<Talk> talks(Event event, Map<String, Long> given) {
        return sql.rows("SELECT id, title, speaker, day, listeners FROM event_talk WHERE event = ? ORDER BY day, id",
                row -> new Talk(row.getLong(1), row.getString(2), row.getString(3), day(row.getObject(4, LocalDate.class)),
                        row.getInt(5), points(given, Kind.TALK, row.getLong(1))),
                event.id());
    }

    private List<Visit> visits(Event event) {
        return sql.rows("SELECT s.id, s.code, s.name, MIN(x.day), MAX(x.day), COUNT(DISTINCT x.day), COUNT(o.id)"
                + " FROM event_visit x JOIN shop s ON s.id = x.shop LEFT" + VISITS
                + "WHERE x.event = ? GROUP BY s.id, s.code, s.name ORDER BY s.id",
                row -> new Visit(row.getLong(1), row.getString(2), row.getString(3), day(row.getObject(4, LocalDate.class)),
                        day(row.getObject(5, LocalDate.class)), row.getInt(6), row.getInt(7)),
                event.id());
    }

    private static LocalDate day(@Nullable LocalDate day) {
        return Objects.requireNonNull(day);
    }

    private List<Handed> handed(Event event) {
        return sql.rows("SELECT g.name, g.unit, SUM(l.quantity) FROM event_visit x" + VISITS
                + "JOIN order_line l ON l.order_id = o.id JOIN goods g ON g.id = l.goods_id WHERE x.event = ?"
                + " GROUP BY g.id, g.name, g.unit ORDER BY SUM(l.quantity) DESC, g.id",
                row -> new Handed(row.getString(1), row.getString(2), row.getLong(3)), event.id());
    }

    private List<Prize> prizes(Event event) {
        return sql.rows("SELECT id, name, pieces, people FROM event_prize WHERE event = ? ORDER BY id",
                row -> new Prize(row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4)), event.id());
    }

    private List<Booklet> booklets(Event event) {
        return sql.rows("SELECT id, name, copies FROM event_booklet WHERE event = ? ORDER BY id",
                row -> new Booklet(row.getLong(1), row.getString(2), row.getInt(3)), event.id());
    }

    private List<Photo> photos(Event event) {
        return sql.rows("SELECT id, caption FROM event_photo WHERE event = ? ORDER BY id",
                row -> new Photo(row.getLong(1), row.getString(2)), event.id());
    }
}
