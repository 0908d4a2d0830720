package org.aixin.event;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;
import org.aixin.standard.Purses;

import org.jspecify.annotations.Nullable;

/** What belongs to an event: picked from what the unit has, or written down. */
@ApplicationScoped
class Parts {
    private static final int MOST = 100_000, SHOWN = 50;
    private final Sql sql;
    private final Events events;
    private final Shops shops;
    private final Purses purses;
    private final BusinessTime time;

    Parts(Sql sql, Events events, Shops shops, Purses purses, BusinessTime time) {
        this.sql = sql;
        this.events = events;
        this.shops = shops;
        this.purses = purses;
        this.time = time;
    }

    /** Something of the unit that can be picked. */
    record Choice(String pick, String title, @Nullable LocalDate day) {
    }

    /**
     * Adds a part and answers by what it can be removed. Refused 403, 404; 422 {@code event_part_unknown} for what the unit does not have,
     * {@code event_number_refused}, {@code event_day_outside}, and for texts; 409 {@code event_part_taken} for what belongs to an event,
     * {@code purse_too_small} where it gave more than the budget has.
     */
    long add(Person person, long id, NewPart part) {
        events.event(person, id);
        return Transactions.joined(() -> {
            Event event = events.lock(person, id);
            long added = switch (part.kind()) {
                case QUIZ -> pick(event, part, "INSERT INTO event_quiz (event, quiz) SELECT ?, id FROM quiz WHERE id = ?"
                        + " AND mode = 'SELF' AND path LIKE ?");
                case ROUND -> pick(event, part,
                        "INSERT INTO event_round (event, round) SELECT ?, id FROM live_round WHERE id = ? AND path LIKE ?");
                case DRILL -> pick(event, part, "INSERT INTO event_drill (event, drill) SELECT ?, d.id FROM drill d"
                        + " JOIN unit u ON u.id = d.unit WHERE d.id = ? AND d.cancelled_at IS NULL AND u.path LIKE ?");
                case TALK -> talk(event, part);
                case VISIT -> visit(event, part);
                case PRIZE -> prize(event, part);
                case BOOKLET -> booklet(event, part);
            };
            pay(event, part.kind(), added);
            return added;
        });
    }

    private void pay(Event event, Kind kind, long part) {
        switch (kind) {
            case QUIZ -> purses.join(event.id(), kind.gathering(part), event.firstDay(), event.lastDay());
            case ROUND, DRILL, TALK -> purses.join(event.id(), kind.gathering(part));
            case VISIT, PRIZE, BOOKLET -> {
            }
        }
    }

    private long pick(Event event, NewPart part, String insert) {
        long picked = Ids.of(part.pick()).orElseThrow(() -> Problem.invalid("event_part_unknown", "pick"));
        if (sql.updateOr(Problem.conflict("event_part_taken"), insert, event.id(), picked, event.path() + "%") == 0) {
            throw Problem.invalid("event_part_unknown", "pick");
        }
        return picked;
    }

    private long talk(Event event, NewPart part) {
        long id = Ids.next();
        LocalDate day = part.day() == null ? event.firstDay() : within(event, part.day());
        sql.update("INSERT INTO event_talk (id, event, title, speaker, day, listeners) VALUES (?,?,?,?,?,?)", id, event.id(),
                name(part), Text.required(part.who(), "who", Wanted.LONGEST), day, number(part.people(), "people", 0));
        return id;
    }

    private long prize(Event event, NewPart part) {
        long id = Ids.next();
        int pieces = number(part.pieces(), "pieces", 1), people = number(part.people(), "people", 1);
        if (people > pieces) {
            throw Problem.invalid("event_prize_people", "people");
        }
        sql.update("INSERT INTO event_prize (id, event, name, pieces, people) VALUES (?,?,?,?,?)", id, event.id(), name(part),
                pieces, people);
        return id;
    }

    private long booklet(Event event, NewPart part) {
        long id = Ids.next();
        sql.update("INSERT INTO event_booklet (id, event, name, copies) VALUES (?,?,?,?)", id, event.id(), name(part),
                number(part.pieces(), "pieces", 1));
        return id;
    }

    private long visit(Event event, NewPart part) {
        Shop shop = shops.find(part.pick()).filter(one -> isNear(one, event))
                .orElseThrow(() -> Problem.invalid("event_part_unknown", "pick"));
        LocalDate first = within(event, part.day() == null ? event.firstDay() : part.day());
        LocalDate last = within(event, part.lastDay() == null ? first : part.lastDay());
        if (last.isBefore(first)) {
            throw Problem.invalid("event_day_outside", "lastDay");
        }
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            sql.updateOr(Problem.conflict("event_part_taken"),
                    "INSERT INTO event_visit (shop, day, event, from_at, till_at) VALUES (?,?,?,?,?)", shop.id(), day, event.id(),
                    time.startOf(day), time.startOf(day.plusDays(1)));
        }
        return shop.id();
    }

    /** Whether it serves the event's unit, or stands in it. */
    private static boolean isNear(Shop shop, Event event) {
        return shop.serves(event.path()) || shop.path().startsWith(event.path());
    }

    private static LocalDate within(Event event, LocalDate day) {
        if (day.isBefore(event.firstDay()) || day.isAfter(event.lastDay())) {
            throw Problem.invalid("event_day_outside", "day");
        }
        return day;
    }

    private static String name(NewPart part) {
        return Text.required(part.name(), "name", Wanted.LONGEST);
    }

    private static int number(@Nullable Integer number, String field, int least) {
        if (number == null || number < least || number > MOST) {
            throw Problem.invalid("event_number_refused", field, least, MOST);
        }
        return number;
    }

    /** Takes a part out again, a shop with all its days; what happened there stays. Refused 404 where the event has none such, 409 {@code event_talk_paid}. */
    void remove(Person person, long id, Kind kind, long part) {
        events.event(person, id);
        String key = switch (kind) {
            case QUIZ -> "quiz";
            case ROUND -> "round";
            case DRILL -> "drill";
            case VISIT -> "shop";
            case TALK, PRIZE, BOOKLET -> "id";
        };
        Transactions.joined(() -> {
            events.lock(person, id);
            if (kind == Kind.TALK && purses.given(id).containsKey(kind.gathering(part))) {
                throw Problem.conflict("event_talk_paid");
            }
            if (sql.update("DELETE FROM event_" + kind.code() + " WHERE event = ? AND " + key + " = ?", id, part) == 0) {
                throw Problem.notFound();
            }
            purses.leave(id, kind.gathering(part));
            return id;
        });
    }

    /** What the unit has of a kind and no event has yet, newest first. */
    List<Choice> choices(Event event, Kind kind) {
        return switch (kind) {
            case QUIZ -> choices("SELECT q.id, q.title, q.created_at FROM quiz q LEFT JOIN event_quiz x ON x.quiz = q.id"
                    + " WHERE x.quiz IS NULL AND q.mode = 'SELF' AND q.path LIKE ? ORDER BY q.id DESC LIMIT ?", event);
            case ROUND -> choices("SELECT l.id, l.title, l.created_at FROM live_round l LEFT JOIN event_round x ON x.round = l.id"
                    + " WHERE x.round IS NULL AND l.path LIKE ? ORDER BY l.id DESC LIMIT ?", event);
            case DRILL -> choices("SELECT d.id, d.title, d.starts_at FROM drill d JOIN unit u ON u.id = d.unit"
                    + " LEFT JOIN event_drill x ON x.drill = d.id WHERE x.drill IS NULL AND d.cancelled_at IS NULL AND u.path LIKE ? ORDER BY d.id DESC LIMIT ?",
                    event);
            case VISIT -> shops.list(0, 100).items().stream().filter(shop -> isNear(shop, event))
                    .map(shop -> new Choice(shop.code(), shop.name(), null)).toList();
            case TALK, PRIZE, BOOKLET -> List.of();
        };
    }

    private List<Choice> choices(String query, Event event) {
        return sql.rows(query, row -> new Choice(Long.toString(row.getLong(1)), row.getString(2),
                time.day(row.getTimestamp(3).toInstant())), event.path() + "%", SHOWN);
    }
}
