package org.aixin.solvency;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

import org.jspecify.annotations.Nullable;

/** The units' funds: money that was given, and what was bought with it. Every entry is a transfer, and is taken back by another. */
@ApplicationScoped
public class Funds {
    private static final Owner DONOR = new Owner("system:donor"), SPENT = new Owner("system:spent");
    private static final int LONGEST = 60, LONGEST_REASON = 200, OLDEST_YEARS = 10;
    private final Sql sql;
    private final Ledger ledger;
    private final Units units;
    private final BusinessTime time;

    Funds(Sql sql, Ledger ledger, Units units, BusinessTime time) {
        this.sql = sql;
        this.ledger = ledger;
        this.units = units;
        this.time = time;
    }

    /** What is to be written: which unit's fund (by id), {@code donation} (unless said) or
     * {@code expense}, the donor or the purpose, and when. */
    record Wanted(@Nullable String unit, @Nullable String kind, @Nullable String words, @Nullable Long fen,
            @Nullable String day) {
    }

    static Owner owner(long unit) {
        return new Owner("system:fund:" + unit);
    }

    /**
     * Writes an entry; in the present transaction. Refused 403 {@code not_allowed}; 409 {@code fund_short} where more would be spent
     * than is there; 422 {@code unit_unknown}, {@code fund_kind_unknown}, {@code amount_refused}, {@code day_refused} and for texts.
     */
    FundEntry write(Person person, Wanted wanted) {
        Unit unit = units.named(wanted.unit(), "unit");
        person.mustReach(unit.path(), Role.ADMIN, Role.ORGANIZER);
        FundEntry.Kind kind = kind(wanted.kind());
        String words = Text.required(wanted.words(), "words", LONGEST);
        long fen = Fen.checked(wanted.fen());
        LocalDate day = day(wanted.day());
        return Transactions.joined(() -> {
            lock(unit.id());
            if (kind == FundEntry.Kind.EXPENSE) {
                mustHave(unit.id(), fen);
            }
            long id = Ids.next();
            long transfer = post(move(person, unit.id(), kind, fen, id));
            sql.update("INSERT INTO fund_entry (id, unit, kind, words, fen, day, transfer, at, actor) VALUES (?,?,?,?,?,?,?,?,?)",
                    id,
                    unit.id(), kind.name(), words, fen, day, transfer, time.now(), person.id());
            return entry(id);
        });
    }

    /**
     * Writes money that somebody gave to a unit's fund, in the present transaction; answers the entry's id. Refused as any entry is.
     *
     * @param fen 1 to a milliard yuan
     */
    public long donate(Person person, long unit, @Nullable String donor, long fen, LocalDate day) {
        return write(person, new Wanted(Long.toString(unit), FundEntry.Kind.DONATION.name(), donor, fen, day.toString())).id();
    }

    /**
     * Takes an entry back by another transfer; in the present transaction. Refused 404, 403 {@code not_allowed}, 409
     * {@code already_reversed}, {@code fund_short} where what was given has been spent.
     */
    FundEntry reverse(Person person, long id, @Nullable String reason) {
        FundEntry entry = entry(id);
        person.mustReach(entry.path(), Role.ADMIN, Role.ORGANIZER);
        String why = Text.required(reason, "reason", LONGEST_REASON);
        return Transactions.joined(() -> {
            lock(entry.unit());
            if (!entry(id).isStanding()) {
                throw Problem.conflict("already_reversed");
            }
            if (entry.kind() == FundEntry.Kind.DONATION) {
                mustHave(entry.unit(), entry.fen());
            }
            long reversal = post(new Command.Reversal(new Source("reversal", "fund:" + id), actor(person), entry.transfer()));
            sql.update("UPDATE fund_entry SET reversal = ?, reversed_at = ?, reversed_by = ?, reason = ? WHERE id = ?", reversal,
                    time.now(), person.id(), why, id);
            return entry(id);
        });
    }

    /** The entries of the funds within reach, newest first. */
    Page<FundEntry> newest(Person person, @Nullable String cursor, int limit) {
        List<String> reach = Stream.of(Role.ADMIN, Role.ORGANIZER, Role.AUDITOR).flatMap(person::reach).distinct()
                .map(path -> path + "%").toList();
        if (reach.isEmpty()) {
            throw Problem.forbidden("not_allowed");
        }
        String within = String.join(" OR ", reach.stream().map(path -> "u.path LIKE ?").toList());
        return Page.of(sql.rows(FundEntry.SELECT + "WHERE f.id < ? AND (" + within + ") ORDER BY f.id DESC LIMIT ?",
                FundEntry::read, Page.before(cursor), reach, limit + 1), limit, entry -> Long.toString(entry.id()));
    }

    private FundEntry entry(long id) {
        return sql.first(FundEntry.SELECT + "WHERE f.id = ?", FundEntry::read, id).orElseThrow(Problem::notFound);
    }

    /** Whoever decides about a fund waits here for whoever is doing so. */
    private void lock(long unit) {
        sql.first("SELECT id FROM unit WHERE id = ? FOR UPDATE", row -> 1, unit);
    }

    private void mustHave(long unit, long fen) {
        long there = ledger.balance(owner(unit), Asset.CNY).balance();
        if (there < fen) {
            throw Problem.conflict("fund_short", Fen.yuan(there)).with("fen", there);
        }
    }

    private static Command move(Person person, long unit, FundEntry.Kind kind, long fen, long id) {
        boolean in = kind == FundEntry.Kind.DONATION;
        return new Command.Move(new Source(in ? "donation" : "expense", Long.toString(id)), actor(person), Asset.CNY,
                in ? DONOR : owner(unit), in ? owner(unit) : SPENT, fen);
    }

    private long post(Command command) {
        Outcome outcome = ledger.post(command);
        if (outcome instanceof Outcome.Posted posted) {
            return posted.transfer();
        }
        throw new IllegalStateException("The ledger refuses " + command);
    }

    private static String actor(Person person) {
        return Owner.member(person.id()).reference();
    }

    private static FundEntry.Kind kind(@Nullable String kind) {
        String wanted = kind == null ? FundEntry.Kind.DONATION.name() : kind.toUpperCase(Locale.ROOT);
        return Stream.of(FundEntry.Kind.values()).filter(one -> one.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.invalid("fund_kind_unknown", "kind"));
    }

    private LocalDate day(@Nullable String day) {
        LocalDate today = time.today();
        if (day == null || !day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw Problem.invalid("day_refused", "day", OLDEST_YEARS);
        }
        try {
            LocalDate given = LocalDate.parse(day);
            if (ChronoUnit.YEARS.between(given, today) < OLDEST_YEARS && !given.isAfter(today)) {
                return given;
            }
        } catch (DateTimeException noDay) {
            throw Problem.invalid("day_refused", "day", OLDEST_YEARS);
        }
        throw Problem.invalid("day_refused", "day", OLDEST_YEARS);
    }
}
